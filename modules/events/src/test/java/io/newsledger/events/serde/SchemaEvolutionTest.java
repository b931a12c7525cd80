package io.newsledger.events.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Records of every version ever committed, written and read by every other one: what both know
 * arrives as it was, what only the reader knows has its default. Filled at random, the same each
 * time.
 */
class SchemaEvolutionTest {
  private static final Path INDEX =
      Path.of("src/main/resources/io/newsledger/events/schema-history/index.txt");
  private static final int RECORDS = 40;
  private static final long SEED = 20261130;
  private static final GenericData GENERIC = new GenericData();
  private static final SchemaHistory HISTORY = SchemaHistory.load();

  @TestFactory
  Stream<DynamicTest> whatBothKnowArrivesAndTheRestHasItsDefault() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Schema today : today()) {
      List<Schema> versions = HISTORY.versions(today.getFullName());
      for (Schema writer : versions) {
        versions.forEach(reader -> tests.add(test(writer, reader)));
        tests.add(ofToday(writer, today));
      }
    }
    assertTrue(tests.size() > today().size(), "some record has several versions");
    return tests.stream();
  }

  private static DynamicTest test(Schema writer, Schema reader) {
    return DynamicTest.dynamicTest(
        writer.getFullName() + " " + id(writer) + " read as " + id(reader),
        () -> {
          BinaryMessageEncoder<Object> encoder = new BinaryMessageEncoder<>(GENERIC, writer);
          BinaryMessageDecoder<GenericRecord> decoder =
              new BinaryMessageDecoder<>(GENERIC, reader, HISTORY);
          for (Object record : records(writer)) {
            GenericRecord read = decoder.decode(encoder.encode(record));
            assertEquals(told(record, writer, reader), told(read, reader, reader));
          }
        });
  }

  /** The release's own reader reads an earlier release's record, and that one reads it back. */
  private static DynamicTest ofToday(Schema earlier, Schema today) {
    return DynamicTest.dynamicTest(
        earlier.getFullName() + " " + id(earlier) + " and this release",
        () -> {
          Serde<SpecificRecord> serde = serde(today);
          BinaryMessageEncoder<Object> encoder = new BinaryMessageEncoder<>(GENERIC, earlier);
          BinaryMessageDecoder<GenericRecord> decoder =
              new BinaryMessageDecoder<>(GENERIC, earlier, HISTORY);
          for (Object record : records(earlier)) {
            ByteBuffer written = encoder.encode(record);
            byte[] bytes = new byte[written.remaining()];
            written.get(bytes);
            byte[] again =
                serde.serializer().serialize("t", serde.deserializer().deserialize("t", bytes));
            assertEquals(
                told(record, earlier, earlier), told(decoder.decode(again), earlier, earlier));
          }
        });
  }

  /** This release's schemas of all that was ever written. */
  private static List<Schema> today() throws IOException {
    return Files.readAllLines(INDEX).stream()
        .map(name -> name.substring(0, name.lastIndexOf('-')))
        .distinct()
        .map(SchemaEvolutionTest::type)
        .map(type -> SpecificData.get().getSchema(type))
        .toList();
  }

  @SuppressWarnings("unchecked") // The schema's own class.
  private static Serde<SpecificRecord> serde(Schema schema) {
    return EventSerdes.singleObject().of((Class<SpecificRecord>) type(schema.getFullName()));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("a record that was written once is not known any more: " + name, e);
    }
  }

  private static Iterable<Object> records(Schema schema) {
    return new RandomData(schema, RECORDS, SEED, true);
  }

  private static String id(Schema schema) {
    return Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
  }

  /** A value in words that compare, as a reader has to see it. */
  private static Object told(Object value, Schema from, Schema reading) {
    Schema reader = from.isUnion() || !reading.isUnion() ? reading : same(from, reading);
    return switch (from.getType()) {
      case UNION -> told(value, branch(value, from), reader);
      case RECORD -> {
        Map<String, Object> fields = new TreeMap<>();
        for (Schema.Field field : reader.getFields()) {
          Schema.Field written = from.getField(field.name());
          fields.put(
              field.name(),
              written == null
                  ? told(GENERIC.getDefaultValue(field), field.schema(), field.schema())
                  : told(
                      ((IndexedRecord) value).get(written.pos()),
                      written.schema(),
                      field.schema()));
        }
        yield fields;
      }
      case ARRAY ->
          ((List<?>) value)
              .stream()
                  .map(item -> told(item, from.getElementType(), reader.getElementType()))
                  .toList();
      case ENUM -> {
        String symbol = value.toString();
        yield reader.hasEnumSymbol(symbol) ? symbol : reader.getEnumDefault();
      }
      case NULL -> "null";
      default -> value instanceof CharSequence ? value.toString() : value;
    };
  }

  private static Schema branch(Object value, Schema union) {
    return union.getTypes().get(GENERIC.resolveUnion(union, value));
  }

  private static Schema same(Schema one, Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getFullName().equals(one.getFullName()))
        .findFirst()
        .orElseThrow();
  }
}
