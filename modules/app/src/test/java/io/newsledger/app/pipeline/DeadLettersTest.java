package io.newsledger.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.connection.Connection;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an instance's own settings do with records that fail within and on the way out: those go to
 * the dead letters as they were, with the reason, and the next one is worked on. What cannot be
 * read is a matter of a test with a broker.
 */
final class DeadLettersTest {
  private static final String IN = "words";
  private static final String OUT = "told";
  private static final String FAILS_WITHIN = "poison";
  private static final String FAILS_TO_BE_WRITTEN = "unwritable";
  private static final String FINDS_THE_DISK_BROKEN = "disk";

  @TempDir Path folder;
  private RocksMemory memory;
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> in;
  private TestOutputTopic<byte[], byte[]> out;
  private TestOutputTopic<byte[], byte[]> letters;

  @BeforeEach
  void start() throws Exception {
    memory = RocksMemory.load(folder.resolve("native"));
    Connection connection =
        new Connection(
            "127.0.0.1:1", Map.of(), EventSerdes.singleObject(), Optional.empty(), false);
    Properties properties =
        new StreamsSettings(connection, folder.resolve("state"), 1, true, memory, Optional.empty())
            .of("failing");
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(IN, Consumed.with(Serdes.String(), Serdes.String()).withName("in"))
        .mapValues(DeadLettersTest::work, Named.as("work"))
        .to(OUT, Produced.with(Serdes.String(), failing()).withName("out"));
    driver = new TopologyTestDriver(builder.build(), properties);
    in = driver.createInputTopic(IN, new ByteArraySerializer(), new ByteArraySerializer());
    out = output(OUT);
    letters = output(Topics.DEAD_LETTERS);
    assertTrue(
        new StreamsConfig(properties).getBoolean("processing.exception.handler.global.enabled"),
        "a global store has the same handler");
  }

  @AfterEach
  void stop() {
    driver.close();
    memory.close();
  }

  @Test
  void whatFailsWithinIsKeptAsItWas() {
    isKeptAsItWas(FAILS_WITHIN, IllegalStateException.class);
  }

  @Test
  void whatGivesNothingThatCanBeWrittenIsKeptAsItWas() {
    isKeptAsItWas(FAILS_TO_BE_WRITTEN, SerializationException.class);
  }

  @Test
  void aBrokenDiskIsNoFaultOfTheRecord() {
    assertThrows(StreamsException.class, () -> pipe(FINDS_THE_DISK_BROKEN));
    assertTrue(letters.isEmpty());
  }

  private void isKeptAsItWas(String value, Class<? extends Exception> reason) {
    pipe("before");
    pipe(value);
    pipe("after");
    assertEquals(
        List.of("before", "after"),
        out.readValuesToList().stream().map(told -> new String(told, UTF_8)).toList());
    List<TestRecord<byte[], byte[]>> kept = letters.readRecordsToList();
    assertEquals(1, kept.size());
    TestRecord<byte[], byte[]> letter = kept.get(0);
    assertArrayEquals(bytes("key of " + value), letter.key());
    assertArrayEquals(bytes(value), letter.value());
    assertEquals(reason.getName(), header(letter, "exception"));
    assertEquals("the word is " + value, header(letter, "message"));
    assertTrue(header(letter, "stacktrace").contains(DeadLettersTest.class.getName()));
    assertEquals(IN, header(letter, "topic"));
    assertEquals("0", header(letter, "partition"));
    assertEquals("1", header(letter, "offset"));
  }

  private void pipe(String value) {
    in.pipeInput(bytes("key of " + value), bytes(value), Instant.EPOCH);
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String work(String word) {
    if (word.equals(FAILS_WITHIN)) {
      throw new IllegalStateException("the word is " + word);
    }
    if (word.equals(FINDS_THE_DISK_BROKEN)) {
      throw new KafkaException("the word is " + word);
    }
    return word;
  }

  /** Words, but for one that cannot be written. */
  private static Serde<String> failing() {
    Serializer<String> writing =
        (topic, word) -> {
          if (word.equals(FAILS_TO_BE_WRITTEN)) {
            throw new SerializationException("the word is " + word);
          }
          return bytes(word);
        };
    return Serdes.serdeFrom(writing, new StringDeserializer());
  }
}
