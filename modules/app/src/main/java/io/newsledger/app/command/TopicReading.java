package io.newsledger.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed records of one topic, all partitions, and prints them as JSON lines. */
final class TopicReading implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int ANSWER_MILLIS = 10_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<? extends SpecificRecord> values;

  private TopicReading(
      KafkaConsumer<String, byte[]> consumer, Deserializer<? extends SpecificRecord> values) {
    this.consumer = consumer;
    this.values = values;
  }

  /**
   * Opens a topic of the live generation; with the return, the place where reading starts is fixed.
   *
   * @param fromBeginning whether to read what already stands there
   * @throws CommandFailure if the topic does not exist
   */
  static TopicReading open(Connection connection, Topic<?> topic, boolean fromBeginning) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            connection.properties(settings), new StringDeserializer(), new ByteArrayDeserializer());
    boolean open = false;
    try {
      Generation live = Generation.live(consumer.listTopics().keySet());
      List<TopicPartition> partitions =
          consumer.partitionsFor(live.name(topic)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new CommandFailure(
            "the broker at "
                + connection
                + " has no topic "
                + topic.name()
                + ": is it a ledger's?");
      }
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      partitions.forEach(consumer::position);
      open = true;
      return new TopicReading(consumer, connection.serdes().of(topic.type()).deserializer());
    } finally {
      if (!open) {
        consumer.close();
      }
    }
  }

  /** Ends the printing, from another thread. */
  void stop() {
    consumer.wakeup();
  }

  /** Prints records until so many are printed, nobody listens any more or it is stopped. */
  void printTo(PrintWriter out, long max) {
    try {
      print(out, max);
    } catch (WakeupException e) {
      out.flush();
    }
  }

  private void print(PrintWriter out, long max) {
    long printed = 0;
    while (printed < max && !out.checkError()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (printed < max) {
          out.println(line(record));
          printed++;
        }
      }
      out.flush();
    }
  }

  private String line(ConsumerRecord<String, byte[]> record) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("topic", record.topic());
    line.put("partition", record.partition());
    line.put("offset", record.offset());
    line.put("key", record.key());
    try {
      SpecificRecord event = values.deserialize(record.topic(), record.value());
      line.set("value", event == null ? MAPPER.nullNode() : EventJson.of(event));
    } catch (SerializationException e) {
      line.putNull("value");
      line.put("error", e.getMessage());
    }
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("cannot print offset " + record.offset() + ": " + e, e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
