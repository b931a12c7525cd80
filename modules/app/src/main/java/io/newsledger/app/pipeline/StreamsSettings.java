package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import io.newsledger.events.topic.Topics;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of the Kafka Streams applications of an instance.
 *
 * @param connection how to reach the brokers
 * @param state folder for state stores
 * @param threads of each application
 * @param alone whether this instance is the only one on its broker
 * @param memory shared by all stores
 * @param address at which other instances reach this one; empty if they do not
 */
record StreamsSettings(
    Connection connection,
    Path state,
    int threads,
    boolean alone,
    RocksMemory memory,
    Optional<String> address) {
  /**
   * What comes in passes through four transactions, one after another: each waits this long. 600
   * articles to the export took 9.2 s with it (median of three runs, two cores, beside other work);
   * 10.4 s with 30, 9.7 s with 300, 12.9 s with 1000.
   */
  private static final int COMMIT_MILLIS = 100;

  /** How long a thread waits for records before it looks whether it is time to commit. */
  private static final int POLL_MILLIS = 50;

  /** How long an instance that caught up waits for its share of the work. */
  private static final long PROBE_MILLIS = 60_000;

  /** Beside others, an instance that is silent for so long is taken for gone. */
  private static final int GONE_MILLIS = 6_000;

  /** Alone, nobody waits for its work, and a machine may be busy. */
  private static final int ALONE_MILLIS = 10_000;

  private static final int LARGEST_RECORD = 9 * 1024 * 1024;
  private static final int BATCH = 128 * 1024;

  Properties of(String application) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    settings.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksMemory.class);
    settings.put(SharedRocksMemory.MEMORY, memory);
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(LARGEST_RECORD));
    failures(settings);
    if (!alone) {
      settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
      settings.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBE_MILLIS);
    }
    address.ifPresent(own -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, own));
    consumer(settings, application);
    producer(settings);
    // None of what the ledger rests on is among it.
    settings.putAll(connection.given());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
    return settings;
  }

  @SuppressWarnings("deprecation") // On by default from 5.0 on, when the switch goes.
  private static void failures(Properties settings) {
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, ReadingFailures.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailures.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionFailures.class);
  }

  private void consumer(Properties settings, String application) {
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    if (alone) {
      // The same members at each start: one that comes back after a kill takes its old place at
      // once, and nobody waits for its session to end.
      settings.put(
          StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), application);
    }
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), patience());
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "1000");
  }

  private int patience() {
    return alone ? ALONE_MILLIS : GONE_MILLIS;
  }

  private void producer(Properties settings) {
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
    settings.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), patience());
  }
}
