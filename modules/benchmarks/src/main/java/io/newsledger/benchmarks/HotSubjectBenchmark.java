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
 * More claims on a subject that has very many, against as many claims on subjects that have ten
 * each, in state of the same size on disk. All claims are the same but for the subject. Both sides
 * go through the test driver of Kafka Streams: no broker, but every store as on one.
 */
final class HotSubjectBenchmark {
  /** Figures of one company, of many metrics and days. */
  static final String FIGURES = "hot-figures";

  /** Arrivals of many people at one company. */
  static final String STEPS = "hot-steps";

  /** Departures of many people from one company, with no gap: one alert. */
  static final String DEPARTURES = "hot-departures";

  /** At most 1.2 times the cost. */
  private static final double TARGET = 1 / 1.2;

  private static final int A_ROUND = 2_000;

  /**
   * What was written is let go after so many claims: it is kept for readers, and there are none.
   */
  private static final int KEPT = 1_000;

  /** Claims on one point or one step, and on one cold subject. */
  private static final int TOGETHER = 10;

  /** Days that they are spread over, if it is not to be denser. */
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
    return open(name, new Size(claims, A_ROUND, DAYS), folder);
  }

  /**
   * How much.
   *
   * @param claims on the hot subject, and on all cold ones together
   * @param more claims in each round
   * @param days that the points or steps are spread over, again and again
   */
  record Size(int claims, int more, int days) {}

  static Comparison open(String name, Size size, Path folder) {
    return switch (name) {
      case FIGURES ->
          open("figures of one company", size, folder, Topics.MARKET_CLAIMS, Making.FIGURE);
      case STEPS ->
          open("arrivals at one company", size, folder, Topics.TALENT_CLAIMS, Making.ARRIVAL);
      case DEPARTURES ->
          open("departures from one company", size, folder, Topics.TALENT_CLAIMS, Making.DEPARTURE);
      default -> throw new IllegalArgumentException("not about one subject: " + name);
    };
  }

  private static <T extends SpecificRecord> Comparison open(
      String what, Size size, Path folder, Topic<T> topic, Making<T> making) {
    Side<T> hot = new Side<>(folder.resolve("hot"), topic, making, size, number -> "Northlab");
    Side<T> cold =
        new Side<>(
            folder.resolve("cold"), topic, making, size, number -> "Lab " + number / TOGETHER);
    hot.take(size.claims);
    cold.take(size.claims);
    return new Comparison(
        "claims more on " + what + " that has " + size.claims,
        "as many on others that have " + TOGETHER + " each, beside " + size.claims,
        "claims",
        TARGET,
        hot,
        cold,
        () -> {
          hot.driver.close();
          cold.driver.close();
        });
  }

  private interface Making<T> {
    Making<MarketClaim> FIGURE = HotSubjectBenchmark::figure;
    Making<TalentClaim> ARRIVAL =
        (number, subject, days) -> step(number, days).setTo(subject).build();
    Making<TalentClaim> DEPARTURE =
        (number, subject, days) -> step(number, days).setFrom(subject).build();

    T claim(int number, String subject, int days);
  }

  private static MarketClaim figure(int number, String subject, int days) {
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
        .setMetric(METRICS.get(point / days % METRICS.size()))
        .setValue(100 + number % TOGETHER)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setAsOf(FIRST.plusDays(point % days).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"))
        .build();
  }

  private static TalentClaim.Builder step(int number, int days) {
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
        .setDate(FIRST.plusDays(step * 7 % days).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"));
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%016x%016x", number * 0x9e3779b97f4a7c15L, number);
  }

  /** A ledger of its own, fed with claim after claim. */
  private static final class Side<T extends SpecificRecord> implements Contender {
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, T> input;
    private final Making<T> making;
    private final Size size;
    private final IntFunction<String> subject;
    private int taken;

    private Side(
        Path folder, Topic<T> topic, Making<T> making, Size size, IntFunction<String> subject) {
      Properties settings = new Properties();
      settings.put(StreamsConfig.APPLICATION_ID_CONFIG, AggregationTopology.APPLICATION_ID);
      settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
      settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
      this.driver = new TopologyTestDriver(AggregationTopology.build(SERDES, settings), settings);
      this.input =
          driver.createInputTopic(
              topic.name(), Serdes.String().serializer(), SERDES.of(topic.type()).serializer());
      this.making = making;
      this.size = size;
      this.subject = subject;
    }

    private void take(int count) {
      for (int i = 0; i < count; i++) {
        T claim = making.claim(taken, subject.apply(taken), size.days);
        input.pipeInput(id(taken), claim, Instant.EPOCH);
        taken++;
        if (taken % KEPT == 0) {
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
      take(size.more);
      return size.more;
    }
  }
}
