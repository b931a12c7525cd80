package io.newsledger.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.events.Reject;
import io.newsledger.events.RejectReason;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need a running instance: one for all of them. */
final class RunningInstanceCommandsTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int LARGE = 50 * 1024 * 1024;

  @TempDir static Path folder;
  private static Started running;

  @BeforeAll
  static void start() throws Exception {
    Path first = folder.resolve("first.md");
    Files.writeString(first, article("first", "2026-01-05", "Gemini", 650));
    running =
        Started.of(
                folder,
                "run",
                "--data",
                data(),
                "--port",
                "0",
                "--allow-origin",
                "https://named.example",
                "--input",
                first.toString())
            .until("The ledger is up");
  }

  @AfterAll
  static void stop() throws Exception {
    Outcome ended = running.stop();
    assertEquals(0, ended.code(), ended.err());
    assertEquals("", ended.out());
    assertTrue(Files.notExists(Path.of(data(), "running.json")), "others no longer find it");
    assertFalse(ended.err().contains("error:"), ended.err());
  }

  @Test
  void aSeriesIsATableAndJsonWithItsClaims() throws Exception {
    Outcome table = ask("series", "gemini", "monthly active users");
    assertEquals(0, table.code(), table.err());
    assertTrue(table.out().contains("650 million"), table.out());
    assertTrue(table.out().contains("“Gemini now has"), table.out());
    assertEquals("", table.err());
    JsonNode json = json(ask("series", "Gemini", "--json"));
    String claim = json.at("/series/0/points/0/claims/0").asText();
    assertEquals("Gemini", json.at("/claims/" + claim + "/entities/0").asText());
  }

  @Test
  void asOfADayBeforeNothingIsKnown() {
    assertEquals(0, ask("series", "Gemini", "--as-of", "2026-01-05").code());
    Outcome before = ask("series", "Gemini", "--as-of", "2026-01-04");
    assertEquals(1, before.code());
    assertTrue(before.err().contains("2026-01-04"), before.err());
  }

  @Test
  void atADayNothingCountsThatCameLater() throws Exception {
    assertEquals(0, ask("series", "Gemini", "--at", "2026-12-31").code());
    Outcome before = ask("series", "Gemini", "--at", "2000-01-01");
    assertEquals(1, before.code());
    assertTrue(before.err().contains("2000-01-01"), before.err());
    JsonNode claims = json(ask("claims", "--entity", "Gemini", "--at", "2000-01-01", "--json"));
    assertEquals("2000-01-01", claims.path("at").asText());
    assertEquals(0, claims.path("claims").size());
    assertEquals(
        "2026-12-31", json(ask("alerts", "--at", "2026-12-31", "--json")).path("at").asText());
    assertEquals(
        "2026-12-31", json(ask("shifts", "--at", "2026-12-31", "--json")).path("at").asText());
  }

  @Test
  void onlyPagesOfTheNamedOriginMayAsk() throws Exception {
    assertEquals("https://named.example", allowed("https://named.example"));
    assertEquals("", allowed("https://other.example"));
  }

  private static String allowed(String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RunningInstance.find(Path.of(data())).api() + "/claims"))
            .timeout(Duration.ofSeconds(20))
            .header("Origin", origin)
            .build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    assertEquals(200, answer.statusCode());
    return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }

  @Test
  void claimsAreFilteredByEntity() throws Exception {
    assertTrue(ask("claims", "--entity", "Gemini").out().contains("650 million"));
    assertEquals(0, json(ask("claims", "--entity", "Nobody Inc", "--json")).get("claims").size());
  }

  @Test
  void whatIsNotKnownFailsWithNamesThatAre() {
    Outcome unknown = ask("series", "Gemini Pro Max");
    assertEquals(1, unknown.code());
    assertEquals("", unknown.out());
    assertTrue(unknown.err().contains("did you mean: Gemini"), unknown.err());
    assertEquals(1, ask("career", "Nobody", "Atall").code());
    assertEquals(1, ask("flow", "Nowhere").code());
  }

  @Test
  void aWrongMetricIsWrongUseAndListsThem() {
    Outcome wrong = ask("series", "Gemini", "love");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("MONTHLY_ACTIVE_USERS"), wrong.err());
    assertEquals(2, ask("flow", "OpenAI", "--from", "soon").code());
  }

  @Test
  void aSecondInstanceOnTheSameFolderIsRefused() {
    Outcome second = Outcome.of("run", "--once", "--data", data());
    assertEquals(1, second.code());
    assertTrue(second.err().contains("another instance"), second.err());
    assertEquals(0, ask("series", "Gemini").code());
  }

  @Test
  void whatCannotBeReadIsKeptAndTheRestGoesThrough() throws Exception {
    Path mixed = Files.createDirectories(folder.resolve("mixed"));
    Files.writeString(mixed.resolve("good.md"), article("good", "2026-02-05", "Copilot", 150));
    Map<String, RejectReason> bad = new TreeMap<>();
    bad.put(write(mixed, "empty.md", new byte[0]), RejectReason.EMPTY);
    bad.put(write(mixed, "binary.md", new byte[] {0, 1, 2, 3}), RejectReason.BINARY);
    bad.put(
        write(mixed, "broken.md", "---\ntitle: open\n\nText.".getBytes(StandardCharsets.UTF_8)),
        RejectReason.FRONT_MATTER);
    bad.put(
        write(mixed, "odd.md", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)),
        RejectReason.ENCODING);
    bad.put(write(mixed, "sheet.csv", new byte[] {'a'}), RejectReason.UNSUPPORTED);
    Path large = mixed.resolve("large.md");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(LARGE);
    }
    bad.put(large.toString(), RejectReason.TOO_LARGE);

    for (int round = 1; round <= 2; round++) {
      Outcome outcome = ask("ingest", mixed.toString());
      assertEquals(0, outcome.code(), outcome.err());
      assertEquals("", outcome.out());
      String good = round == 1 ? "1 new" : "1 known before";
      assertTrue(
          outcome.err().contains("7 offered: " + good + ", 6 rejected (empty 1, too large 1,"),
          outcome.err());
      for (Map.Entry<String, RejectReason> one : bad.entrySet()) {
        boolean listed = outcome.err().contains("refused: " + one.getKey() + ": ");
        assertEquals(one.getValue() != RejectReason.UNSUPPORTED, listed, outcome.err());
      }
    }
    Map<String, RejectReason> kept = new TreeMap<>();
    Map<String, Long> bytes = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records(Topics.REJECTS.name(), r -> true, 6)) {
      Reject reject =
          EventSerdes.singleObject()
              .of(Reject.class)
              .deserializer()
              .deserialize(record.topic(), record.value());
      kept.put(reject.getOrigin(), reject.getReason());
      bytes.merge(reject.getOrigin(), (long) reject.getBytes().remaining(), Long::sum);
    }
    assertEquals(bad, kept);
    assertEquals(LARGE, bytes.get(large.toString()));
    awaitSeries("Copilot", "150 million");
  }

  @Test
  void aPoisonedRecordGoesToTheDeadLettersAndWorkGoesOn() throws Exception {
    byte[] poison = {1, 2, 3};
    for (String topic : List.of(Topics.ARTICLES.name(), Topics.MARKET_CLAIMS.name())) {
      send(topic, poison);
    }
    // Articles are read by both applications, claims by one.
    List<ConsumerRecord<byte[], byte[]>> letters =
        records(Topics.DEAD_LETTERS, letter -> letter.value().length == poison.length, 3);
    assertEquals(3, letters.size());
    List<String> topics = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      assertArrayEquals(poison, letter.value());
      topics.add(header(letter, "__streams.errors.topic"));
      assertFalse(header(letter, "__streams.errors.message").isBlank());
    }
    topics.sort(null);
    assertEquals(List.of("market.claims", "news.articles", "news.articles"), topics);
    Path after = folder.resolve("after.md");
    Files.writeString(after, article("after", "2026-03-05", "Grok", 64));
    assertEquals(0, ask("ingest", after.toString()).code());
    awaitSeries("Grok", "64 million");
  }

  @Test
  void aTopicIsFollowedDecoded() throws Exception {
    Outcome tail = ask("tail", Topics.ARTICLE_INDEX.name(), "--from-beginning", "--max", "1");
    assertEquals(0, tail.code(), tail.err());
    JsonNode line = new ObjectMapper().readTree(tail.out());
    assertEquals(line.get("key"), line.at("/value/id"));
  }

  @Test
  void nothingIsReadIfAPathIsMissing() {
    Outcome missing =
        ask("ingest", folder.resolve("first.md").toString(), folder.resolve("no.md").toString());
    assertEquals(1, missing.code());
    assertTrue(missing.err().contains("no.md"), missing.err());
    assertFalse(missing.err().contains("offered"), missing.err());
  }

  private static void awaitSeries(String entity, String value) {
    await()
        .atMost(LONG)
        .until(
            () -> {
              Outcome asked = ask("series", entity);
              return asked.code() == 0 && asked.out().contains(value);
            });
  }

  private static Outcome ask(String... question) {
    List<String> arguments = new ArrayList<>(List.of(question));
    arguments.addAll(List.of("--data", data()));
    return Outcome.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(Outcome outcome) throws Exception {
    assertEquals(0, outcome.code(), outcome.err());
    return new ObjectMapper().readTree(outcome.out());
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static String servers() {
    return RunningInstance.find(Path.of(data())).bootstrapServers();
  }

  private static String write(Path folder, String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private static String article(String name, String date, String product, int millions) {
    return """
        ---
        title: "Brief %s"
        date: %s
        source: North Wire
        url: https://example.org/briefs/%s
        ---
        %s now has %d million monthly active users.
        """
        .formatted(name, date, name, product, millions);
  }

  private static void send(String topic, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic, "poison".getBytes(StandardCharsets.UTF_8), value))
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** The committed records of a topic that are wanted, with at least so many different keys. */
  private static List<ConsumerRecord<byte[], byte[]>> records(
      String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false);
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(LONG)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> add(found, record, wanted));
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                return found.size() >= count
                    && partitions.stream()
                        .allMatch(part -> consumer.position(part) >= ends.get(part));
              });
    }
    return found;
  }

  private static void add(
      List<ConsumerRecord<byte[], byte[]>> found,
      ConsumerRecord<byte[], byte[]> record,
      Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
    if (wanted.test(record)) {
      found.add(record);
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
