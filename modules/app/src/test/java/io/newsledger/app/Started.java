package io.newsledger.app;

import static org.awaitility.Awaitility.await;

import io.newsledger.app.command.Context;
import io.newsledger.app.command.StopSignal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that goes on in this process until it is stopped. */
public final class Started implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StopSignal stop = new StopSignal();
  private final CompletableFuture<Integer> code;

  private Started(Path home, String... arguments) {
    PrintWriter errors = new PrintWriter(err);
    Context context =
        new Context(
            new Terminal(errors, false),
            stop,
            InputStream.nullInputStream(),
            Clock.systemUTC(),
            home);
    this.code =
        CompletableFuture.supplyAsync(
            () -> Newsledger.commandLine(new PrintWriter(out), errors, context).execute(arguments),
            task -> new Thread(task, "command").start());
  }

  /** Starts a command whose samples are in this folder. */
  public static Started of(Path home, String... arguments) {
    return new Started(home, arguments);
  }

  /** Waits until standard error holds this text. */
  public Started until(String text) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> code.isDone() || err.toString().contains(text));
    if (!err.toString().contains(text)) {
      throw new AssertionError("ended without saying '" + text + "': " + err);
    }
    return this;
  }

  /** Asks it to end, as Ctrl-C does, and waits. */
  public Outcome stop() {
    stop.stop();
    int ended = code.orTimeout(LONG.toMillis(), TimeUnit.MILLISECONDS).join();
    return new Outcome(ended, out.toString(), err.toString());
  }

  @Override
  public void close() {
    if (!code.isDone()) {
      stop();
    }
  }
}
