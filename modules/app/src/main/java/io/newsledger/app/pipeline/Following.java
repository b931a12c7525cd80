package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Consumers that follow topics by themselves, in no group. */
final class Following {
  private static final int ANSWER_MILLIS = 10_000;

  /** A consumer that is closed waits for its open fetch. */
  private static final int FETCH_MILLIS = 100;

  private Following() {}

  /** A consumer of what is committed. */
  static KafkaConsumer<String, byte[]> consumer(Connection connection) {
    Map<String, Object> settings = new HashMap<>();
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
