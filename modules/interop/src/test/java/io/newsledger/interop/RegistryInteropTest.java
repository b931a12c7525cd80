package io.newsledger.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.interop.Programs.Ended;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger with Apicurio's registry, read by programs that know nothing of it. */
final class RegistryInteropTest {
  private static final String LEDGER = "io.newsledger.app.Newsledger";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  private static Apicurio registry;
  private static EmbeddedBroker broker;
  private static JsonNode state;

  @BeforeAll
  static void run() throws Exception {
    Optional<Path> java = Programs.laterJava();
    assumeTrue(java.isPresent(), "Apicurio needs Java 21 or later: set JAVA_HOME_25");
    registry = Apicurio.start(java.get(), folder);
    broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    Ended refused = ledger("run", "--once", "--production");
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("newsledger schemas register"), refused.err());
    Ended registered =
        Programs.java(
            folder,
            LEDGER,
            List.of("schemas", "register", "--schema-registry", registry.address()));
    assertEquals(0, registered.code(), registered.err());
    Path export = folder.resolve("state.json");
    Ended ran =
        ledger(
            "run",
            "--once",
            "--production",
            "--export",
            export.toString(),
            "--input",
            Path.of("..", "..", "samples").toString());
    assertEquals(0, ran.code(), ran.err());
    state = MAPPER.readTree(export.toFile());
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  void theRegistryHoldsEverySubjectAndRefusesWhatDoesNotGoWithIt() throws Exception {
    Ended check =
        Programs.java(
            folder, LEDGER, List.of("schemas", "check", "--schema-registry", registry.address()));
    assertEquals(0, check.code(), check.out());
    assertTrue(registry.get("/config/market.series-value").contains("FULL_TRANSITIVE"));
  }

  @Test
  void theStateIsThatOfALedgerWithoutARegistry() throws Exception {
    Path export = folder.resolve("plain.json");
    Ended ran =
        Programs.java(
            folder,
            LEDGER,
            List.of(
                "run",
                "--once",
                "--data",
                folder.resolve("plain").toString(),
                "--export",
                export.toString(),
                "--input",
                Path.of("..", "..", "samples").toString()));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(MAPPER.readTree(export.toFile()), state);
  }

  @Test
  void kafkasConsoleConsumerGivesTheCareersOfTheApi() throws Exception {
    Map<String, GenericRecord> newest = new TreeMap<>();
    for (String line : consumed("talent.careers")) {
      String[] parts = line.split("\t", 2);
      if (parts[1].equals("null")) {
        newest.remove(parts[0]);
      } else {
        newest.put(parts[0], decoded(Base64.getDecoder().decode(parts[1])));
      }
    }
    TreeSet<String> people = new TreeSet<>();
    newest.values().forEach(career -> people.add(career.get("name").toString()));
    TreeSet<String> expected = new TreeSet<>();
    state.path("careers").forEach(career -> expected.add(career.path("name").asText()));
    assertTrue(expected.size() > 10, expected.toString());
    assertEquals(expected, people);
  }

  @Test
  void flinkGivesTheCareersOfTheApi() throws Exception {
    Map<String, String> expected = new TreeMap<>();
    for (JsonNode career : state.path("careers")) {
      List<String> names = new ArrayList<>();
      career.path("names").forEach(name -> names.add(name.asText()));
      expected.put(
          career.path("person").asText(),
          career.path("name").asText() + "\t" + String.join("|", names));
    }
    Map<String, String> read =
        flink("talent.careers", "name STRING NOT NULL, names ARRAY<STRING NOT NULL> NOT NULL");
    assertTrue(expected.size() > 10, expected.toString());
    assertEquals(expected, read);
  }

  @Test
  void flinkGivesTheSeriesOfTheApi() throws Exception {
    List<String> expected = new ArrayList<>();
    for (JsonNode series : state.path("series")) {
      List<String> entities = new ArrayList<>();
      series.path("entities").forEach(entity -> entities.add(entity.asText()));
      for (JsonNode point : series.path("points")) {
        expected.add(
            String.join(
                "\t",
                String.join("|", entities),
                series.path("unit").asText(),
                point.path("date").asText(),
                Double.toString(point.path("value").doubleValue()),
                point.path("sources").asText()));
      }
    }
    List<String> read =
        new ArrayList<>(
            flink(
                    "market.series",
                    "entities ARRAY<STRING NOT NULL> NOT NULL, unit STRING NOT NULL,"
                        + " `date` STRING NOT NULL, `value` DOUBLE NOT NULL, sources INT NOT NULL")
                .values());
    assertTrue(expected.size() > 10, expected.toString());
    expected.sort(null);
    read.sort(null);
    assertEquals(expected, read);
  }

  /** What Flink SQL has of a topic in the end: columns, separated by tabs, by key. */
  private static Map<String, String> flink(String topic, String columns) throws Exception {
    Path jars = Path.of("..", "interop-flink", "target", "lib").toAbsolutePath().normalize();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx700m", "-XX:TieredStopAtLevel=1"));
    for (String opened : List.of("java.util", "java.lang", "java.util.concurrent", "java.time")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", jars + "/*"));
    command.add(Path.of("src", "test", "flink", "ReadTopic.java").toAbsolutePath().toString());
    command.addAll(List.of(broker.bootstrapServers(), registry.address(), topic, columns));
    Ended ended = Programs.run(folder, command);
    assertEquals(0, ended.code(), ended.err());
    Map<String, String> newest = new TreeMap<>();
    for (String line : ended.out().lines().filter(one -> one.startsWith("row\t")).toList()) {
      String[] parts = line.split("\t", 4);
      if (parts[1].equals("-D") || parts[1].equals("-U")) {
        newest.remove(parts[2]);
      } else {
        newest.put(parts[2], parts[3]);
      }
    }
    return newest;
  }

  @Test
  void kcatSeesTheWireFormat() throws Exception {
    Path kcat = Path.of("/usr/bin/kcat");
    assumeTrue(Files.isExecutable(kcat), "there is no kcat here");
    Ended read =
        Programs.run(
            folder,
            List.of(
                kcat.toString(),
                "-b",
                broker.bootstrapServers(),
                "-C",
                "-t",
                "market.series",
                "-o",
                "beginning",
                "-e",
                "-q",
                "-c",
                "1",
                "-D",
                "",
                "-f",
                "%s"));
    assertEquals(0, read.code(), read.err());
    assertEquals('\0', read.out().charAt(0), "a record begins with a zero byte");
  }

  /** As a program without any of the ledger's classes would read it. */
  private static GenericRecord decoded(byte[] bytes) throws Exception {
    assertEquals(0, bytes[0], HexFormat.of().formatHex(bytes, 0, 5));
    int id = ByteBuffer.wrap(bytes).getInt(1);
    String schema = MAPPER.readTree(registry.get("/schemas/ids/" + id)).path("schema").asText();
    Schema writer = new SchemaParser().parse(schema).mainSchema();
    return new GenericDatumReader<GenericRecord>(writer)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
  }

  /** Key and value of each record, the value in Base64. */
  private static List<String> consumed(String topic) throws Exception {
    Ended read =
        Programs.java(
            folder,
            "org.apache.kafka.tools.consumer.ConsoleConsumer",
            List.of(
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--topic",
                topic,
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--timeout-ms",
                "10000",
                "--formatter",
                Base64Lines.class.getName()));
    assertEquals(0, read.code(), read.err());
    return read.out().lines().filter(line -> line.contains("\t")).toList();
  }

  private static Ended ledger(String command, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    arguments.addAll(List.of("--schema-registry", registry.address()));
    arguments.addAll(List.of("--data", folder.resolve("ledger").toString()));
    arguments.addAll(List.of(more));
    return Programs.java(folder, LEDGER, arguments);
  }
}
