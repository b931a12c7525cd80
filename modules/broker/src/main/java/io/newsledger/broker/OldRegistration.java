package io.newsledger.broker;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * What the controller knows of the broker that ran here before. A broker that was killed leads its
 * partitions, as the metadata say, until its session is over. Started before that, the next one
 * takes up its transactions, then loses all partitions for a moment, and in that moment Kafka 4.3.1
 * takes partitions without a leader for deleted ones and leaves the transactions on them open for
 * good (KAFKA-20734): nobody reads past them any more.
 */
final class OldRegistration implements MetadataPublisher {
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /** Returns when the controller counts on no broker, which it does after a session at most. */
  static void awaitOver(MetadataLoader loader) throws InterruptedException {
    OldRegistration old = new OldRegistration();
    try {
      loader.installPublishers(List.of(old)).get();
      old.over.get();
      loader.removeAndClosePublisher(old).get();
    } catch (ExecutionException e) {
      throw new BrokerException(
          "the broker cannot read its metadata: " + e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public String name() {
    return "OldRegistration";
  }

  @Override
  public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
    BrokerRegistration broker = image.cluster().broker(BrokerSettings.NODE);
    if (broker == null || broker.fenced()) {
      over.complete(null);
    }
  }

  @Override
  public void close() {}
}
