package io.newsledger.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A process of its own that starts a broker, writes a record, says its address and waits to be
 * killed.
 */
final class ChildBroker {
  private ChildBroker() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(Path.of(arguments[0])));
    BrokerClients.createTopic(broker.bootstrapServers());
    BrokerClients.write(broker.bootstrapServers(), "before the kill");
    System.out.println("ready " + broker.bootstrapServers());
    new CountDownLatch(1).await();
  }
}
