package io.newsledger.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ctrl-C and its like. A command that has something to end in order says how; the process then
 * waits for it, and ends with the command's own exit code.
 */
public final class StopSignal {
  private final AtomicReference<Runnable> wish = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int code;

  /**
   * The signal of this process.
   *
   * @param bound how long the process waits for a command to end, at most
   */
  public static StopSignal ofProcess(Duration bound) {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.end(bound), "newsledger-stop"));
    return signal;
  }

  /** The command now running ends in order when this is called, from another thread. */
  public void onStop(Runnable stop) {
    wish.set(stop);
  }

  /** Asks the running command to end; false if none said how. */
  public boolean stop() {
    Runnable stop = wish.get();
    if (stop != null) {
      stop.run();
    }
    return stop != null;
  }

  /** The command has ended and has written all it had to write. */
  public void ended(int exitCode) {
    code = exitCode;
    ended.countDown();
  }

  private void end(Duration bound) {
    // Where the command ended by itself, this thread runs because the process is ending.
    if (ended.getCount() == 0 || !stop()) {
      return;
    }
    try {
      if (ended.await(bound.toMillis(), TimeUnit.MILLISECONDS)) {
        // The virtual machine would make its own code of the signal.
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
