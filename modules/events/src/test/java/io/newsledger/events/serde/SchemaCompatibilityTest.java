package io.newsledger.events.serde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.events.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No schema may change in a way that parts readers from writers, in either direction, from any
 * version ever committed. A compatible change is accepted by running this test with {@code
 * -Dschemas.accept}, which adds its new version to the history; versions are never edited.
 */
class SchemaCompatibilityTest {
  private static final Path SCHEMAS = Path.of("../../schemas");
  private static final Path HISTORY =
      Path.of("src/main/resources/io/newsledger/events/schema-history");

  @TestFactory
  Stream<DynamicTest> everyRecordReadsAndIsReadByEveryEarlierVersion() throws IOException {
    boolean accept = System.getProperty("schemas.accept") != null;
    return records().stream()
        .map(
            record ->
                DynamicTest.dynamicTest(
                    record.getFullName(),
                    () -> {
                      for (Schema earlier : committed(record.getFullName())) {
                        assertCompatible(record, earlier);
                        assertCompatible(earlier, record);
                      }
                      if (accept) {
                        accept(record);
                      }
                      assertTrue(
                          Files.exists(HISTORY.resolve(fileName(record))),
                          () ->
                              record.getFullName()
                                  + " changed; if that is meant, accept the new version: mvn -pl"
                                  + " modules/events test -Dtest=SchemaCompatibilityTest"
                                  + " -Dschemas.accept=true");
                    }));
  }

  @Test
  void anIncompatibleChangeIsRefused() {
    Schema today = SpecificData.get().getSchema(Article.class);
    Schema broken =
        new SchemaParser()
            .parse(today.toString().replace("\"name\":\"revisedAt\"", "\"name\":\"changedAt\""))
            .mainSchema();
    assertFalse(compatible(broken, today), "a renamed field without default must be refused");
  }

  @Test
  void theHistoryIndexNamesItsFiles() throws IOException {
    try (Stream<Path> files = Files.list(HISTORY)) {
      List<String> names =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".avsc"))
              .sorted()
              .toList();
      assertEquals(names, Files.readAllLines(HISTORY.resolve("index.txt")));
    }
  }

  private static List<Schema> records() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files
          .map(path -> path.getFileName().toString().replace(".avsc", ""))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .map(SchemaCompatibilityTest::generated)
          .filter(schema -> schema.getType() == Schema.Type.RECORD)
          .toList();
    }
  }

  private static Schema generated(String name) {
    try {
      return SpecificData.get().getSchema(Class.forName("io.newsledger.events." + name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError("schemas/" + name + ".avsc names its record otherwise", e);
    }
  }

  private static List<Schema> committed(String fullName) throws IOException {
    try (Stream<Path> files = Files.list(HISTORY)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith(fullName + "-"))
          .map(SchemaCompatibilityTest::parse)
          .toList();
    }
  }

  private static Schema parse(Path path) {
    try {
      return new SchemaParser().parse(Files.readString(path)).mainSchema();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertCompatible(Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    assertEquals(
        SchemaCompatibilityType.COMPATIBLE,
        result.getCompatibility(),
        () -> "not compatible: " + result.getIncompatibilities());
  }

  private static boolean compatible(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  private static String fileName(Schema schema) {
    return String.format(
        Locale.ROOT,
        "%s-%016x.avsc",
        schema.getFullName(),
        SchemaNormalization.parsingFingerprint64(schema));
  }

  private static void accept(Schema schema) throws IOException {
    Path file = HISTORY.resolve(fileName(schema));
    if (!Files.exists(file)) {
      ObjectMapper json = new ObjectMapper();
      Files.writeString(file, json.readTree(schema.toString()).toPrettyString() + "\n");
      try (Stream<Path> files = Files.list(HISTORY)) {
        List<String> names =
            files
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".avsc"))
                .sorted()
                .toList();
        Files.write(HISTORY.resolve("index.txt"), names);
      }
    }
  }
}
