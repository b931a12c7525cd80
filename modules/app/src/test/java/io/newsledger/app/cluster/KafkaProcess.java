package io.newsledger.app.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Kafka as it comes, in a JVM of its own, on loopback. */
public final class KafkaProcess implements AutoCloseable {
  private static final long LONG_SECONDS = 120;

  private final Path folder;
  private final Path settings;
  private Process process;

  private KafkaProcess(Path folder, Path settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** So many ports that were free just now. */
  public static List<Integer> ports(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      sockets.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return ports;
  }

  /**
   * Formats a folder.
   *
   * @param given all of its settings but the log folder
   * @param more arguments of {@code kafka-storage.sh format}
   */
  public static KafkaProcess formatted(Path folder, Map<String, String> given, String... more)
      throws Exception {
    Files.createDirectories(folder);
    Properties properties = new Properties();
    properties.putAll(given);
    properties.put("log.dirs", folder.resolve("logs").toString());
    Path settings = folder.resolve("server.properties");
    try (var out = Files.newBufferedWriter(settings)) {
      properties.store(out, null);
    }
    KafkaProcess kafka = new KafkaProcess(folder, settings);
    List<String> arguments =
        new ArrayList<>(List.of("format", "-t", "5L6g3nShT-eMCtK--X86sw", "-c"));
    arguments.add(settings.toString());
    arguments.addAll(List.of(more));
    Process format = kafka.java(List.of(), "kafka.tools.StorageTool", arguments, "format.log");
    if (!format.waitFor(LONG_SECONDS, TimeUnit.SECONDS) || format.exitValue() != 0) {
      format.destroyForcibly();
      throw new AssertionError(Files.readString(folder.resolve("format.log")));
    }
    return kafka;
  }

  /**
   * Starts; it answers some time later.
   *
   * @param options of the JVM
   */
  public KafkaProcess start(String... options) throws IOException {
    process = java(List.of(options), "kafka.Kafka", List.of(settings.toString()), "server.log");
    return this;
  }

  /** Waits until the brokers that these properties lead to are so many. */
  public static void await(Map<String, Object> client, int brokers) throws Exception {
    long start = System.nanoTime();
    try (Admin admin = Admin.create(client)) {
      while (true) {
        try {
          int up = admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
          if (up >= brokers) {
            return;
          }
        } catch (ExecutionException | TimeoutException e) {
          if (System.nanoTime() - start > Duration.ofSeconds(LONG_SECONDS).toNanos()) {
            throw new AssertionError("the brokers do not answer", e);
          }
        }
        if (System.nanoTime() - start > Duration.ofSeconds(LONG_SECONDS).toNanos()) {
          throw new AssertionError("fewer than " + brokers + " brokers came up");
        }
      }
    }
  }

  /** Its process. */
  public Process process() {
    return process;
  }

  /** What it logged. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("server.log"));
  }

  private Process java(List<String> options, String main, List<String> arguments, String log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // Kafka folds the case of its own words by the locale.
    command.addAll(List.of("-Duser.language=en", "-Dlog4j2.level=WARN"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log).toFile())
        .start();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
