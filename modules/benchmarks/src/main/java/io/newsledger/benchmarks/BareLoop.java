package io.newsledger.benchmarks;

import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Consumes claims as bytes and produces so many records of so many bytes for each, in transactions
 * that hold the offsets: what exactly-once must cost at least. One thread a half of the partitions.
 */
final class BareLoop {
  static final String OUT = "bare.out";
  private static final Duration POLL = Duration.ofMillis(50);
  private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int BATCH_BYTES = 128 * 1024;

  private final Map<String, Object> clients;
  private final int records;
  private final int bytes;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

  /**
   * @param clients of the brokers
   * @param records for each claim
   * @param bytes of each of these records
   */
  BareLoop(Map<String, Object> clients, int records, int bytes) {
    this.clients = clients;
    this.records = records;
    this.bytes = bytes;
  }

  /**
   * Consumes what has come since the last call.
   *
   * @return how many claims that were
   */
  long run(String name) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(FreshBroker.THREADS);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int thread = 0; thread < FreshBroker.THREADS; thread++) {
        int number = thread;
        Callable<Long> part = () -> part(name, number);
        parts.add(threads.submit(part));
      }
      long consumed = 0;
      for (Future<Long> part : parts) {
        consumed += part.get();
      }
      return consumed;
    } finally {
      threads.shutdownNow();
    }
  }

  private long part(String name, int number) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = number; i < FreshBroker.PARTITIONS; i += FreshBroker.THREADS) {
      partitions.add(new TopicPartition(Topics.MARKET_CLAIMS.name(), i));
    }
    long consumed = 0;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(name);
        KafkaProducer<byte[], byte[]> producer = producer(name + "-" + number)) {
      producer.initTransactions();
      consumer.assign(partitions);
      partitions.forEach(one -> consumer.seek(one, positions.getOrDefault(one, 0L)));
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      boolean more = true;
      Future<RecordMetadata> last = null;
      while (more) {
        producer.beginTransaction();
        long begun = System.nanoTime();
        while (more && System.nanoTime() - begun < COMMIT_NANOS) {
          for (var claim : consumer.poll(POLL)) {
            consumed++;
            for (int i = 0; i < records; i++) {
              last =
                  producer.send(
                      new ProducerRecord<>(
                          OUT, claim.partition(), claim.key(), value(claim.value())));
            }
          }
          more = partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one));
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        partitions.forEach(one -> offsets.put(one, new OffsetAndMetadata(consumer.position(one))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        if (last != null && !last.isDone()) {
          throw new IllegalStateException("a transaction ended before all of it was written");
        }
      }
      partitions.forEach(one -> positions.put(one, consumer.position(one)));
    }
    return consumed;
  }

  /** As compressible as the claim is. */
  private byte[] value(byte[] claim) {
    byte[] value = new byte[bytes];
    for (int at = 0; at < bytes; at += claim.length) {
      System.arraycopy(claim, 0, value, at, Math.min(claim.length, bytes - at));
    }
    return value;
  }

  private KafkaConsumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer(String transactions) {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
