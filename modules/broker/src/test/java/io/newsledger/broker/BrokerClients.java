package io.newsledger.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What tests do with a broker; every wait ends within 20 s. */
final class BrokerClients {
  static final String IN = "in";
  static final String OUT = "out";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private BrokerClients() {}

  static void createTopics(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin
          .createTopics(List.of(new NewTopic(IN, 1, (short) 1), new NewTopic(OUT, 1, (short) 1)))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  static KafkaProducer<String, String> producer(String servers) {
    return producer(servers, "tests", Duration.ofMinutes(1));
  }

  private static KafkaProducer<String, String> producer(
      String servers, String name, Duration transaction) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            servers,
            "transactional.id",
            name,
            "transaction.timeout.ms",
            Math.toIntExact(transaction.toMillis()),
            "max.block.ms",
            Math.toIntExact(PATIENCE.toMillis()),
            "max.request.size",
            9 * 1024 * 1024),
        new StringSerializer(),
        new StringSerializer());
  }

  static KafkaConsumer<String, String> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", servers,
            "group.id", "tests",
            "enable.auto.commit", "false",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "max.poll.records", "1",
            "fetch.max.wait.ms", "20"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** Writes to IN, all in one transaction. */
  static void write(String servers, String... values) {
    try (KafkaProducer<String, String> producer = producer(servers)) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        send(producer, IN, value);
      }
      producer.commitTransaction();
    }
  }

  /** Leaves a record in a transaction that is never ended; the producer stays open. */
  static KafkaProducer<String, String> leaveHanging(String servers, String value) {
    return leaveHanging(servers, "tests", Duration.ofMinutes(1), value);
  }

  /** The same under a name of its own, in a transaction that the broker ends after so long. */
  static KafkaProducer<String, String> leaveHanging(
      String servers, String name, Duration transaction, String value) {
    KafkaProducer<String, String> producer = producer(servers, name, transaction);
    producer.initTransactions();
    producer.beginTransaction();
    send(producer, IN, value);
    producer.flush();
    return producer;
  }

  /** Carries the group's next record from IN to OUT, with its place, in one transaction. */
  static String carryNext(String servers) {
    try (KafkaProducer<String, String> producer = producer(servers);
        KafkaConsumer<String, String> consumer = consumer(servers)) {
      producer.initTransactions();
      consumer.assign(List.of(new TopicPartition(IN, 0)));
      ConsumerRecord<String, String> next = next(consumer);
      producer.beginTransaction();
      send(producer, OUT, next.value());
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(IN, 0), new OffsetAndMetadata(next.offset() + 1)),
          consumer.groupMetadata());
      producer.commitTransaction();
      return next.value();
    }
  }

  /** Reads the first so many records of a topic. */
  static List<String> read(String servers, String topic, int count) {
    try (KafkaConsumer<String, String> consumer = consumer(servers)) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new ArrayList<>();
      while (values.size() < count) {
        values.add(next(consumer).value());
      }
      return values;
    }
  }

  private static ConsumerRecord<String, String> next(KafkaConsumer<String, String> consumer) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        return record;
      }
    }
    throw new AssertionError("no record came");
  }

  /** Any failure of a send fails the commit of its transaction. */
  private static void send(KafkaProducer<String, String> producer, String topic, String value) {
    var unused = producer.send(new ProducerRecord<>(topic, "k", value));
  }
}
