package io.newsledger.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs a broker until it is killed. */
final class ChildBroker implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private ChildBroker(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** How many transactions are over already when the next broker finds them. */
  private static final int ABANDONED = 8;

  /** In the child: starts, writes two records and halves of transactions, says so, and stays. */
  public static void main(String[] arguments) throws Exception {
    EmbeddedBroker broker;
    try {
      broker = EmbeddedBroker.start(BrokerConfig.in(Path.of(arguments[0])));
    } catch (BrokerException e) {
      System.out.println(e.getMessage());
      Runtime.getRuntime().halt(1);
      throw e;
    }
    String servers = broker.bootstrapServers();
    BrokerClients.createTopics(servers);
    BrokerClients.write(servers, "first", "second");
    BrokerClients.carryNext(servers);
    try (var open = BrokerClients.leaveHanging(servers, "never committed")) {
      for (int i = 0; i < ABANDONED; i++) {
        Duration over = Duration.ofMillis(10);
        BrokerClients.leaveHanging(servers, "abandoned-" + i, over, "neither " + i);
      }
      System.out.println("ready");
      // Also ends when the parent does, so that no child outlives the tests.
      int end = System.in.read();
      System.out.println("ended " + end + open);
    }
    Runtime.getRuntime().halt(1);
  }

  static ChildBroker start(Path data) throws IOException {
    ChildBroker child =
        new ChildBroker(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ChildBroker.class.getName(),
                    data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    String line = child.out.readLine();
    if (!"ready".equals(line)) {
      child.close();
      throw new AssertionError("the child said " + line);
    }
    return child;
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    if (!process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the child lives on");
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    out.close();
  }
}
