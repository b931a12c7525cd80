package io.newsledger.query.webhook;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every alert and every shift to every webhook, at least once, as a member of a group that
 * remembers how far it is. One message after the other: who does not answer holds up the rest until
 * it is given up, which is recorded.
 */
public final class WebhookRelay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookRelay.class);
  private static final List<Topic<? extends SpecificRecord>> TOPICS =
      List.of(Topics.ALERTS, Topics.SHIFTS);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(2);
  private static final long STOP_MILLIS = 15_000;

  private final List<Webhook> webhooks;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Supplier<Generation> live;
  private final Map<String, Deserializer<? extends SpecificRecord>> values = new HashMap<>();
  private final DeadEnds deadEnds;
  private final WebhookSender sender;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::relay, "newsledger-webhooks");

  private WebhookRelay(
      List<Webhook> webhooks,
      Supplier<Consumer<String, byte[]>> consumers,
      Supplier<Generation> live,
      EventSerdes serdes,
      DeadEnds deadEnds,
      Clock clock,
      List<Duration> pauses) {
    this.webhooks = List.copyOf(webhooks);
    this.consumers = consumers;
    this.live = live;
    this.deadEnds = deadEnds;
    TOPICS.forEach(topic -> values.put(topic.name(), serdes.of(topic.type()).deserializer()));
    this.sender =
        new WebhookSender(
            clock, pauses, time -> !closed.await(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Starts.
   *
   * @param consumers makes consumers of what is committed, members of one group, that commit only
   *     when told; one poll may take as long as all attempts for what it brings
   * @param live the generation that is told of; asked again and again
   * @param pauses between one attempt and the next
   */
  public static WebhookRelay start(
      List<Webhook> webhooks,
      Supplier<Consumer<String, byte[]>> consumers,
      Supplier<Generation> live,
      EventSerdes serdes,
      DeadEnds deadEnds,
      Clock clock,
      List<Duration> pauses) {
    WebhookRelay relay =
        new WebhookRelay(webhooks, consumers, live, serdes, deadEnds, clock, pauses);
    relay.thread.setDaemon(true);
    relay.thread.start();
    return relay;
  }

  private void relay() {
    while (closed.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        Generation generation = live.get();
        Map<String, String> names = new HashMap<>();
        TOPICS.forEach(topic -> names.put(generation.name(topic), topic.name()));
        consumer.subscribe(names.keySet());
        while (closed.getCount() > 0 && live.get().equals(generation)) {
          for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            tell(record, names.get(record.topic()));
            consumer.commitSync(
                Map.of(
                    new TopicPartition(record.topic(), record.partition()),
                    new OffsetAndMetadata(record.offset() + 1)));
          }
        }
      } catch (InterruptException e) {
        LOG.debug("telling ends", e);
      } catch (InterruptedException e) {
        LOG.debug("telling ends; what was not taken is told after the next start", e);
      } catch (KafkaException e) {
        LOG.warn("alerts and shifts cannot be told; trying again", e);
        rest();
      }
    }
  }

  private void tell(ConsumerRecord<String, byte[]> record, String topic)
      throws InterruptedException {
    SpecificRecord value;
    try {
      value =
          record.value() == null
              ? null
              : values.get(topic).deserialize(record.topic(), record.value());
    } catch (SerializationException e) {
      LOG.warn("cannot read {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
      return;
    }
    String id = record.topic() + "-" + record.partition() + "-" + record.offset();
    Instant written = Instant.ofEpochMilli(record.timestamp());
    WebhookMessage message = WebhookMessage.of(id, topic, record.key(), written, value);
    for (Webhook webhook : webhooks) {
      Optional<String> reason = sender.send(webhook, message);
      if (reason.isPresent()) {
        deadEnds.record(webhook.target(), message, reason.get());
      }
    }
  }

  private void rest() {
    try {
      closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the thread that tells webhooks does not end");
    }
  }
}
