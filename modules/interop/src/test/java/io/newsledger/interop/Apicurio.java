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

/** Apicurio's registry on loopback, its storage in memory. */
final class Apicurio implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Process process;
  private final int port;

  private Apicurio(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Apicurio start(Path java, Path folder) throws IOException {
    Path home = Path.of("target", "registry").toAbsolutePath();
    int port = free();
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
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_ENABLED", "false");
    Apicurio registry = new Apicurio(builder.start(), port);
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
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
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
