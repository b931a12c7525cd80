package io.newsledger.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
   * @param out standard output; what is no text of it replaced
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

  /** Starts a class of the class path, with these options of the JVM; it goes on by itself. */
  static Process start(Path log, List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.language=en"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
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
    return new Ended(
        process.exitValue(),
        new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
        new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
  }

  /**
   * The java of a version that runs the registry: {@code JAVA_HOME_25}, or one that is installed.
   */
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
