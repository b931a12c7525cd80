package io.newsledger.interop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Apicurio's registry on loopback; its storage is in memory unless its environment says otherwise.
 */
final class Apicurio implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Process process;
  private final String place;

  private Apicurio(Process process, String place) {
    this.process = process;
    this.place = place;
  }

  static Apicurio start(Path java, Path folder) throws IOException {
    return start(java, folder, "127.0.0.1", free(), Map.of());
  }

  /**
   * @param java that runs it
   * @param more environment
   */
  static Apicurio start(Path java, Path folder, String host, int port, Map<String, String> more)
      throws IOException {
    Path home = Path.of("target", "registry").toAbsolutePath();
    Path log = folder.resolve("registry.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    java.toString(),
                    "-Xmx400m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    home.resolve("quarkus-run.jar").toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("QUARKUS_HTTP_HOST", host);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_ENABLED", "false");
    builder.environment().putAll(more);
    Apicurio registry = new Apicurio(builder.start(), host + ":" + port);
    boolean up = false;
    try {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(250))
          .until(() -> !registry.process.isAlive() || registry.answers());
      up = registry.process.isAlive();
      if (!up) {
        throw new AssertionError(Files.readString(log));
      }
      return registry;
    } finally {
      if (!up) {
        registry.close();
      }
    }
  }

  String address() {
    return "http://" + place + "/apis/ccompat/v7";
  }

  /** What a path behind the address answers. */
  String get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(20))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private boolean answers() throws InterruptedException {
    try {
      return get("/subjects").startsWith("[");
    } catch (IOException e) {
      return false;
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
