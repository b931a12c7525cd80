package io.newsledger.app;

import io.newsledger.app.pipeline.Progress;
import java.io.PrintWriter;

/**
 * Progress on standard error. On a terminal one line that is written over; elsewhere a line for
 * each new activity, with numbers left out so that a log does not fill up.
 */
final class Terminal implements Progress {
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean interactive;
  private String last = "";

  Terminal(PrintWriter err, boolean interactive) {
    this.err = err;
    this.interactive = interactive;
  }

  @Override
  public synchronized void at(String activity) {
    if (interactive) {
      if (!activity.equals(last)) {
        err.print(ERASE + activity);
        err.flush();
      }
      last = activity;
      return;
    }
    String kind = activity.replaceAll("[0-9]+", "#");
    if (!kind.equals(last)) {
      err.println(activity);
      err.flush();
    }
    last = kind;
  }

  @Override
  public synchronized void say(String line) {
    if (interactive && !last.isEmpty()) {
      err.print(ERASE);
      last = "";
    }
    err.println(line);
    err.flush();
  }

  @Override
  public synchronized void done() {
    if (interactive && !last.isEmpty()) {
      err.print(ERASE);
      err.flush();
    }
    last = "";
  }
}
