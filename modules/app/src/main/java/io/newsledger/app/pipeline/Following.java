package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers of what is committed, which follow topics. */
final class Following {
  private static final int ANSWER_MILLIS = 10_000;

  /** A consumer that is closed waits for its open fetch. */
  private static final int FETCH_MILLIS = 100;

  private static final String WEBHOOKS = "newsledger-webhooks";

  /** Longer than all attempts of some webhooks together. */
  private static final int TELLING_MILLIS = 7_200_000;

  private Following() {}

  /** A consumer by itself, in no group. */
  static KafkaConsumer<String, byte[]> consumer(Connection connection) {
    return consumer(connection, Map.of());
  }

  /**
   * A member of the group that tells webhooks. It takes one record at a time, for which it may try
   * as long as a sender does.
   */
  static KafkaConsumer<String, byte[]> webhooks(Connection connection) {
    return consumer(
        connection,
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG, WEBHOOKS,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1,
            ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, TELLING_MILLIS));
  }

  private static KafkaConsumer<String, byte[]> consumer(
      Connection connection, Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(own);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS);
    return new KafkaConsumer<>(
        connection.properties(settings), new StringDeserializer(), new ByteArrayDeserializer());
  }
}
