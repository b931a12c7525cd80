package io.newsledger.benchmarks.parts;

import io.newsledger.events.Career;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Claims weighed: those on one point, those on one person. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldParts {
  /** How many claims. */
  @Param({"1", "10"})
  public int claims;

  private List<MarketClaim> figures;
  private List<TalentClaim> steps;

  /** Makes the claims. */
  @Setup
  public void write() {
    figures = IntStream.range(0, claims).mapToObj(SerdeParts::claim).toList();
    steps = IntStream.range(0, claims).mapToObj(FoldParts::step).toList();
  }

  private static TalentClaim step(int number) {
    Instant published = Instant.parse("2026-03-05T00:00:00Z");
    return TalentClaim.newBuilder()
        .setId("claim " + number)
        .setArticleId("article " + number)
        .setRevision("r")
        .setSource("source " + number)
        .setPublishedAt(published)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(published, null)))
        .setExtractor("bench")
        .setPerson("Alma Abara")
        .setTo("Lab " + number / 2)
        .setDate(LocalDate.of(2020, 1, 1).plusDays(number / 2 * 300L).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"))
        .build();
  }

  /** The claims on one point. */
  @Benchmark
  public Map<String, SeriesPoint> point() {
    return PointFold.fold(PointKey.of(figures.get(0)), figures);
  }

  /** The claims on one person. */
  @Benchmark
  public Optional<Career> career() {
    return CareerFold.fold("Alma Abara", steps);
  }
}
