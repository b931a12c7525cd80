package io.newsledger.producer.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Reject;
import io.newsledger.events.RejectReason;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Nothing lost: of files of every kind, whole and broken, each counts once, and what is refused
 * stands among the rejects with its bytes.
 */
class NothingLostLawTest {
  private static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final List<String> ENDINGS = List.of("md", "txt", "html", "json", "bin");

  /** A file. */
  private static final class Thing {
    final String ending;
    final byte[] bytes;

    Thing(String ending, byte[] bytes) {
      this.ending = ending;
      this.bytes = bytes;
    }

    @Override
    public String toString() {
      return ending + ": " + new String(bytes, UTF_8);
    }
  }

  @Property(tries = 1000)
  void everythingIsWrittenOrRefusedWithItsBytes(@ForAll("things") List<Thing> things) {
    Map<String, byte[]> offered = new LinkedHashMap<>();
    List<Input> inputs = new ArrayList<>();
    for (Thing thing : things) {
      String name = "f" + offered.size() + "." + thing.ending;
      offered.put(name, thing.bytes);
      inputs.add(Things.of(name, thing.bytes));
    }
    MockProducer<String, byte[]> kafka =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    IngestReport report;
    try (ArticleProducer producer =
        new ArticleProducer(() -> kafka, SERDES, Ledger.settings(2), Things.emptyIndex())) {
      report = producer.ingest(inputs.iterator(), told -> {});
    }
    Map<String, List<Reject>> rejects = rejects(kafka.history());
    long written =
        kafka.history().stream().filter(one -> one.topic().equals(Topics.ARTICLES.name())).count();
    assertEquals(things.size(), report.offered());
    assertEquals(report.accepted() + report.revised() + report.withdrawn(), written);
    assertEquals(report.rejectedInAll(), rejects.size());
    rejects.forEach((name, parts) -> assertArrayEquals(offered.get(name), Things.joined(parts)));
    assertTrue(report.rejected().keySet().containsAll(reasons(rejects)), report.toString());
    Statistics.label("refused").collect(rejects.isEmpty() ? "none" : "some");
    Statistics.label("taken").collect(written == 0 ? "none" : "some");
  }

  private static List<RejectReason> reasons(Map<String, List<Reject>> rejects) {
    return rejects.values().stream().map(parts -> parts.get(0).getReason()).toList();
  }

  /** By the name of the file, each with its parts in the order of the log. */
  private static Map<String, List<Reject>> rejects(List<ProducerRecord<String, byte[]>> log) {
    Map<String, List<Reject>> rejects = new LinkedHashMap<>();
    for (ProducerRecord<String, byte[]> one : log) {
      if (one.topic().equals(Topics.REJECTS.name())) {
        Reject reject =
            SERDES.of(Reject.class).deserializer().deserialize(one.topic(), one.value());
        String origin = reject.getOrigin();
        rejects
            .computeIfAbsent(origin.substring(origin.lastIndexOf('/') + 1), n -> new ArrayList<>())
            .add(reject);
      }
    }
    return rejects;
  }

  @Provide
  Arbitrary<List<Thing>> things() {
    Arbitrary<byte[]> bytes =
        Arbitraries.oneOf(
            List.of(
                articles(),
                articles(),
                articles().map(NothingLostLawTest::half),
                articles().map(NothingLostLawTest::withNul),
                Arbitraries.bytes()
                    .array(byte[].class)
                    .ofMaxSize(200)
                    .map(NothingLostLawTest::noList),
                Arbitraries.of("", " \n", "{", "{}", "7", "<html>", "Please enable JS")
                    .map(text -> text.getBytes(UTF_8))));
    return Combinators.combine(Arbitraries.of(ENDINGS), bytes)
        .as(Thing::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** Few addresses and few bodies, so that some are the same, and some a revision of others. */
  private static Arbitrary<byte[]> articles() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of("date: 2026-03-05\n", "date: soon\n", ""))
        .as(
            (address, body, date) ->
                ("---\n"
                        + date
                        + "url: https://street.example/"
                        + address
                        + "\n---\nAda Moor has left Quill for Harbour, says the "
                        + (body + 1)
                        + ". of those asked.")
                    .getBytes(UTF_8));
  }

  /** A list would be several things. */
  private static byte[] noList(byte[] bytes) {
    byte[] longer = new byte[bytes.length + 1];
    longer[0] = 1;
    System.arraycopy(bytes, 0, longer, 1, bytes.length);
    return longer;
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] withNul(byte[] whole) {
    byte[] broken = whole.clone();
    broken[broken.length / 2] = 0;
    return broken;
  }
}
