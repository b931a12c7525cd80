package io.newsledger.benchmarks;

import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.events.Bound;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.IntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * More claims on a subject that has very many, against more claims on subjects that have few, in
 * state of the same size on disk. All claims are the same but for the subject.
 */
final class HotSubjectBenchmark {
  /** Figures of one company, of many metrics and days. */
  static final String FIGURES = "hot-figures";

  /** Steps to and from one company, of many people. */
  static final String STEPS = "hot-steps";

  private static final double TARGET = 0.8;
  private static final int A_ROUND = 2_000;
  private static final int COLD_SUBJECTS = 2_000;

  /** Claims on one point or one step: those are folded together whatever the subject. */
  private static final int TOGETHER = 10;

  private static final int DAYS = 3_000;
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
  private static final Instant PUBLISHED = Instant.parse("2026-03-05T00:00:00Z");
  private static final List<Metric> METRICS = List.of(Metric.values());
  private static final EventSerdes SERDES = EventSerdes.singleObject();

  private HotSubjectBenchmark() {}

  /**
   * @param name which of them
   * @param claims on the hot subject, and on all cold ones together
   * @param folder empty one for the state
   */
  static Comparison open(String name, int claims, Path folder) {
    return name.equals(FIGURES)
        ? open(
            "figures of one company",
            claims,
            folder,
            Topics.MARKET_CLAIMS,
            HotSubjectBenchmark::figure)
        : open(
            "steps of people to and from one company",
            claims,
            folder,
            Topics.TALENT_CLAIMS,
            HotSubjectBenchmark::step);
  }

  private interface Making<T> {
    T claim(int number, String subject);
  }

  private static <T extends SpecificRecord> Comparison open(
      String what, int claims, Path folder, Topic<T> topic, Making<T> making) {
    Side<T> hot = new Side<>(folder.resolve("hot"), topic, making, number -> "Northlab");
    Side<T> cold =
        new Side<>(
            folder.resolve("cold"),
            topic,
            making,
            number -> "Lab " + number / TOGETHER % COLD_SUBJECTS);
    hot.take(claims);
    cold.take(claims);
    return new Comparison(
        "claims more on " + what + " that has " + claims,
        "as many on " + COLD_SUBJECTS + " that share " + claims,
        "claims",
        TARGET,
        hot,
        cold,
        () -> {
          hot.driver.close();
          cold.driver.close();
        });
  }

  private static MarketClaim figure(int number, String subject) {
    int point = number / TOGETHER;
    return MarketClaim.newBuilder()
        .setId(id(number))
        .setArticleId("article " + number)
        .setRevision("r")
        .setSource("source " + number % TOGETHER)
        .setPublishedAt(PUBLISHED)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(PUBLISHED, null)))
        .setExtractor("bench")
        .setEntities(List.of(subject))
        .setMetric(METRICS.get(point / DAYS % METRICS.size()))
        .setValue(100 + number % TOGETHER)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setAsOf(FIRST.plusDays(point % DAYS).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"))
        .build();
  }

  private static TalentClaim step(int number, String subject) {
    int step = number / TOGETHER;
    return TalentClaim.newBuilder()
        .setId(id(number))
        .setArticleId("article " + number)
        .setRevision("r")
        .setSource("source " + number % TOGETHER)
        .setPublishedAt(PUBLISHED)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(PUBLISHED, null)))
        .setExtractor("bench")
        .setPerson("Person Number" + step)
        .setTo(subject)
        .setDate(FIRST.plusDays(step * 7 % DAYS).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"))
        .build();
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%016x%016x", number * 0x9e3779b97f4a7c15L, number);
  }

  /** A ledger of its own, fed with claim after claim. */
  private static final class Side<T extends SpecificRecord> implements Contender {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, T> input;
    private final Making<T> making;
    private final IntFunction<String> subject;
    private int taken;

    private Side(Path folder, Topic<T> topic, Making<T> making, IntFunction<String> subject) {
      Properties settings = new Properties();
      settings.put(StreamsConfig.APPLICATION_ID_CONFIG, AggregationTopology.APPLICATION_ID);
      settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
      settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
      this.driver = new TopologyTestDriver(AggregationTopology.build(SERDES, settings), settings);
      this.input =
          driver.createInputTopic(
              topic.name(), Serdes.String().serializer(), SERDES.of(topic.type()).serializer());
      this.making = making;
      this.subject = subject;
    }

    private void take(int count) {
      for (int i = 0; i < count; i++) {
        T claim = making.claim(taken, subject.apply(taken));
        input.pipeInput(id(taken), claim, Instant.EPOCH);
        taken++;
        // What was written is kept for whoever reads it: nobody does.
        if (taken % A_ROUND == 0) {
          forget();
        }
      }
    }

    private void forget() {
      driver.producedTopicNames().forEach(this::forget);
    }

    private void forget(String topic) {
      driver
          .createOutputTopic(
              topic, Serdes.ByteArray().deserializer(), Serdes.ByteArray().deserializer())
          .readKeyValuesToList();
    }

    @Override
    public long run() {
      take(A_ROUND);
      return A_ROUND;
    }
  }
}
