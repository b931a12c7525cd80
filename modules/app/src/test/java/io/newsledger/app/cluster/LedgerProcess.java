package io.newsledger.app.cluster;

import io.newsledger.app.Newsledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An instance of the ledger in a JVM of its own. */
final class LedgerProcess implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final List<String> arguments;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  /**
   * @param folder for data and log
   * @param port of the API
   * @param more arguments of {@code run}
   */
  LedgerProcess(Path folder, int port, List<String> more) {
    this.folder = folder;
    this.port = port;
    this.arguments = new ArrayList<>(List.of("run", "--port", Integer.toString(port)));
    arguments.addAll(List.of("--data", data().toString()));
    arguments.addAll(more);
  }

  Path data() {
    return folder.resolve("data");
  }

  LedgerProcess start() throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Newsledger.class.getName());
    command.addAll(arguments);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("told.log").toFile()))
            .start();
    return this;
  }

  Process process() {
    return process;
  }

  /** Kills it: no handler of it runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(60, TimeUnit.SECONDS);
  }

  /** Ends it in order. */
  void end() throws Exception {
    signal("TERM");
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + told());
    }
  }

  /** Sends a signal by its name. */
  void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (!kill.waitFor(30, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new AssertionError("cannot send " + name);
    }
  }

  String told() throws IOException {
    return Files.readString(folder.resolve("told.log"));
  }

  /** The state as this instance gives it; empty while it says that it cannot. */
  Optional<String> export() throws InterruptedException {
    return answer("/export")
        .filter(response -> response.statusCode() == 200)
        .map(HttpResponse::body);
  }

  /** What it answers; empty if it does not. */
  Optional<HttpResponse<String>> answer(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(ANSWER)
            .build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
