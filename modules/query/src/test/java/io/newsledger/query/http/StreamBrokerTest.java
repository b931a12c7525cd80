package io.newsledger.query.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.Career;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.events.topic.Topics;
import io.newsledger.query.InMemoryState;
import io.newsledger.query.Ledger;
import io.newsledger.query.stream.ChangeFeed;
import io.newsledger.query.stream.ChangeFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events of a real broker over a real socket. */
final class StreamBrokerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MILLIS = 30_000;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static KafkaProducer<String, Career> producer;
  private static ChangeFeed feed;
  private static LedgerServer server;
  private static volatile Generation live = Generation.FIRST;

  @BeforeAll
  static void start() throws Exception {
    EventSerdes serdes = EventSerdes.singleObject();
    broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), 0, LONG, LONG));
    Map<String, Object> cluster = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(3, (short) 1, LONG).createMissing(admin);
    }
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "transactional.id", "stream-test"),
            new StringSerializer(),
            serdes.of(Career.class).serializer());
    producer.initTransactions();
    feed =
        ChangeFeed.start(
            () ->
                new KafkaConsumer<>(
                    Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer()),
            () -> live,
            serdes,
            Duration.ofMillis(300));
    server =
        LedgerServer.start(
            new Ledger(new InMemoryState()), ServerSettings.at("127.0.0.1", 0).with(feed));
    await().atMost(LONG).until(() -> status("/stream?topics=talent.flows") == 200);
  }

  @AfterAll
  static void stop() {
    feed.close();
    server.close();
    producer.close();
    broker.close();
  }

  @Test
  void changesArriveOnceTheyAreCommittedAndAfterAnyIdNothingIsMissedOrToldTwice() throws Exception {
    List<Event> all = new ArrayList<>();
    try (Client client = Client.open("/stream?topics=talent.careers", null)) {
      assertEquals("begin", client.next().name());
      for (int round = 0; round < 4; round++) {
        write(true, "a" + round, "b" + round, "c" + round, "d" + round);
        write(false, "never " + round);
      }
      for (int i = 0; i < 16; i++) {
        all.add(client.next());
      }
    }
    assertEquals(16, all.stream().map(Event::key).distinct().count());
    assertTrue(all.stream().noneMatch(event -> event.key().startsWith("never")));
    for (int seen = 0; seen < 16; seen += 5) {
      List<String> missed = all.stream().skip(seen + 1).map(Event::key).sorted().toList();
      try (Client client = Client.open("/stream?topics=talent.careers", all.get(seen).id())) {
        assertEquals("begin", client.next().name());
        List<String> again = new ArrayList<>();
        for (int i = 0; i < missed.size(); i++) {
          again.add(client.next().key());
        }
        assertEquals(missed, again.stream().sorted().toList());
        write(true, "last " + seen);
        all.add(client.next());
        assertEquals("last " + seen, all.get(all.size() - 1).key());
      }
    }
  }

  @Test
  void onlyWhatIsAskedForArrives() throws Exception {
    try (Client client = Client.open("/stream?person=Vale%20Ada&organisation=southlab", null)) {
      assertEquals("begin", client.next().name());
      write(true, "bo quill", "ada vale");
      Event event = client.next();
      assertEquals("ada vale", event.key());
      assertEquals("talent.careers", event.name());
    }
  }

  @Test
  void listenersAreToldWhenTheLedgerWasMadeAnew() throws Exception {
    Generation next = live.next();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              ChangeFilter.TOPICS.stream()
                  .map(topic -> new NewTopic(next.name(topic), 2, (short) 1))
                  .toList())
          .all()
          .get(MILLIS, TimeUnit.MILLISECONDS);
    }
    try (Client client = Client.open("/stream?topics=talent.alerts", null)) {
      assertEquals("begin", client.next().name());
      live = next;
      Event end = client.next();
      assertEquals("end", end.name());
      assertTrue(end.data().contains("made anew"), end.data());
      try (Client again = Client.open("/stream?topics=talent.careers", null)) {
        assertEquals("begin", again.next().name());
        write(true, "of the new one");
        Event event = again.next();
        assertEquals("talent.careers", event.name());
        assertEquals("of the new one", event.key());
      }
    } finally {
      live = Generation.FIRST;
      await().atMost(LONG).until(() -> begunIn("talent.careers:"));
    }
  }

  /** Whether listeners begin at topics of this name. */
  private static boolean begunIn(String topic) throws Exception {
    try (Client client = Client.open("/stream", null)) {
      return client.next().id().contains(topic);
    }
  }

  @Test
  void badQuestionsAreToldWhatToDo() throws Exception {
    assertEquals(400, status("/stream?topics=news.articles"));
    assertEquals(400, status("/stream?topic=talent.careers"));
    HttpURLConnection connection = connect("/stream", "nonsense");
    assertEquals(400, connection.getResponseCode());
    assertEquals("application/problem+json", connection.getContentType());
    connection.disconnect();
  }

  @Test
  void aClientThatGoesIsForgotten() throws Exception {
    Client client = Client.open("/stream?person=gone", null);
    assertEquals("begin", client.next().name());
    int with = feed.subscribers();
    client.close();
    await().atMost(LONG).until(() -> feed.subscribers() < with);
  }

  private static void write(boolean commit, String... people) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    producer.beginTransaction();
    for (String person : people) {
      Movement movement =
          Movement.newBuilder()
              .setId("m")
              .setTo("Southlab")
              .setDates(List.of())
              .setModality(Modality.REPORTED)
              .setClaims(List.of())
              .setAgainst(List.of())
              .setSources(1)
              .build();
      Career career =
          Career.newBuilder()
              .setPerson(person)
              .setName(person)
              .setNames(List.of(person))
              .setMovements(List.of(movement))
              .build();
      sent.add(producer.send(new ProducerRecord<>(live.name(Topics.CAREERS), person, career)));
    }
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get(MILLIS, TimeUnit.MILLISECONDS);
    }
    if (commit) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
  }

  private static int status(String path) throws Exception {
    HttpURLConnection connection = connect(path, null);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection connect(String path, String lastId) throws Exception {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(server.uri() + path).toURL().openConnection();
    connection.setReadTimeout(MILLIS);
    if (lastId != null) {
      connection.setRequestProperty("Last-Event-ID", lastId);
    }
    return connection;
  }

  private record Event(String id, String name, String data) {
    String key() {
      try {
        return new ObjectMapper().readTree(data).path("key").asText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads events of one connection. */
  private record Client(HttpURLConnection connection, BufferedReader lines)
      implements AutoCloseable {
    static Client open(String path, String lastId) throws Exception {
      HttpURLConnection connection = connect(path, lastId);
      assertEquals(200, connection.getResponseCode());
      return new Client(
          connection,
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
    }

    Event next() throws Exception {
      String id = "";
      String name = "";
      String data = "";
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
      while (System.nanoTime() < end) {
        String line = lines.readLine();
        if (line == null) {
          throw new AssertionError("the stream ended");
        }
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !name.isEmpty()) {
          return new Event(id, name, data);
        }
      }
      throw new AssertionError("no event came in time");
    }

    @Override
    public void close() {
      connection.disconnect();
    }
  }
}
