package io.newsledger.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs in processes of their own. */
final class Programs {
  private static final long LONG_SECONDS = 180;
  private static final Path JVMS = Path.of("/usr/lib/jvm");

  private Programs() {}

  /**
   * What a program did.
   *
   * @param code exit code
   * @param out standard output
   * @param err standard error
   */
  record Ended(int code, String out, String err) {}

  /** Runs a class of the class path until it ends. */
  static Ended java(Path folder, String main, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Duser.language=en", "-cp", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(arguments);
    return run(folder, command);
  }

  /** Runs a program until it ends. */
  static Ended run(Path folder, List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "program", ".out");
    Path err = Files.createTempFile(folder, "program", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(LONG_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(command.get(0) + " does not end: " + Files.readString(err));
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** The java of a version that runs the registry: {@code JAVA_HOME_25}, or one that is installed. */
  static Optional<Path> laterJava() {
    Optional<Path> named =
        Optional.ofNullable(System.getenv("JAVA_HOME_25")).map(home -> Path.of(home, "bin/java"));
    if (named.isPresent() || !Files.isDirectory(JVMS)) {
      return named;
    }
    try (Stream<Path> homes = Files.list(JVMS)) {
      return homes
          .filter(home -> home.getFileName().toString().matches(".*-(2[1-9]|[3-9]\\d)\\b.*"))
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .sorted()
          .reduce((one, later) -> later);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
