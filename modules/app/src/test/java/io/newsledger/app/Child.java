package io.newsledger.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command in a process of its own, which can be killed. */
public final class Child implements AutoCloseable {
  private static final long LONG_SECONDS = 180;

  private final Process process;
  private final BufferedReader err;
  private final StringBuilder told = new StringBuilder();

  private Child(Process process) {
    this.process = process;
    this.err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  public static Child start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Newsledger.class.getName());
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Kills it the moment it says this: no handler of it runs. */
  public void killAt(String text) throws Exception {
    String line = err.readLine();
    while (line != null) {
      told.append(line).append('\n');
      if (line.contains(text)) {
        process.destroyForcibly();
        process.waitFor(LONG_SECONDS, TimeUnit.SECONDS);
        return;
      }
      line = err.readLine();
    }
    throw new AssertionError("ended without saying '" + text + "': " + told);
  }

  /** Waits until it ends by itself. */
  public int await() throws Exception {
    err.lines().forEach(line -> told.append(line).append('\n'));
    if (!process.waitFor(LONG_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + told);
    }
    return process.exitValue();
  }

  public String told() {
    return told.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
