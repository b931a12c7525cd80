package io.newsledger.app.cluster;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the same of all instances again and again while they are hit. The answer does not change:
 * each instance gives it, or says that it cannot, or does not answer at all.
 */
final class Probe implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;
  private static final int MOST_TOLD = 5;
  private static final int UNAVAILABLE = 503;

  private final List<LedgerProcess> instances;
  private final String path;
  private final String expected;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;
  private long right;
  private long unavailable;
  private long silent;
  private long wrong;
  private final List<String> told = new ArrayList<>();

  /**
   * Begins.
   *
   * @param path question
   * @param expected its only right answer
   */
  Probe(List<LedgerProcess> instances, String path, String expected) {
    this.instances = List.copyOf(instances);
    this.path = path;
    this.expected = expected;
    this.thread = new Thread(this::ask, "probe");
    thread.setDaemon(true);
    thread.start();
  }

  private void ask() {
    try {
      while (!over.get()) {
        for (LedgerProcess instance : instances) {
          judge(instance.answer(path));
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void judge(Optional<HttpResponse<String>> answer) {
    if (answer.isEmpty()) {
      silent++;
    } else if (answer.get().statusCode() == UNAVAILABLE) {
      unavailable++;
    } else if (answer.get().statusCode() == 200 && answer.get().body().equals(expected)) {
      right++;
    } else {
      wrong++;
      if (told.size() < MOST_TOLD) {
        told.add(answer.get().statusCode() + " " + answer.get().body());
      }
    }
  }

  synchronized long right() {
    return right;
  }

  /** The first wrong answers. */
  synchronized List<String> wrong() {
    return List.copyOf(told);
  }

  @Override
  public synchronized String toString() {
    return "%d right, %d times 503, %d times nothing, %d wrong"
        .formatted(right, unavailable, silent, wrong);
  }

  @Override
  public void close() {
    over.set(true);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
