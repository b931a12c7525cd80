package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.ClaimSets;
import io.newsledger.weighing.ViewSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;

/** The laws of the ledger on the topology, with its stores, rows and differences. */
class AggregationLawsTest {
  private static final Instant TAKEN_BACK = Instant.parse("2026-04-01T00:00:00Z");

  @Property(tries = 60)
  void orderAndRepetitionDoNotMatter(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 12) int count) {
    List<SpecificRecord> claims = claims(seed, count);
    List<SpecificRecord> shuffled = new ArrayList<>(claims);
    shuffled.addAll(claims);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(views(claims), views(shuffled));
  }

  @Property(tries = 60)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int count) {
    List<SpecificRecord> claims = claims(seed, count);
    List<SpecificRecord> kept = claims.subList(0, claims.size() / 2);
    List<SpecificRecord> events = new ArrayList<>(claims);
    claims.subList(claims.size() / 2, claims.size()).forEach(claim -> events.add(takenBack(claim)));
    assertEquals(views(kept), views(events));
  }

  private static List<SpecificRecord> claims(long seed, int count) {
    List<SpecificRecord> claims = new ArrayList<>(ClaimSets.talentClaims(seed, count));
    claims.addAll(ClaimSets.marketClaims(seed, count));
    claims.addAll(ViewSets.departures(seed, count * 2));
    claims.addAll(ViewSets.figures(seed, count * 2));
    Collections.shuffle(claims, new Random(seed));
    return claims;
  }

  private static SpecificRecord takenBack(SpecificRecord claim) {
    return claim instanceof TalentClaim talent
        ? TalentClaim.newBuilder(talent).setKnown(until(talent.getKnown())).build()
        : MarketClaim.newBuilder((MarketClaim) claim)
            .setKnown(until(((MarketClaim) claim).getKnown()))
            .build();
  }

  private static List<KnownInterval> until(List<KnownInterval> known) {
    return List.of(new KnownInterval(known.get(0).getFrom(), TAKEN_BACK));
  }

  private static String views(List<SpecificRecord> events) {
    try {
      Path directory = Files.createTempDirectory("ledger");
      try (LedgerDriver ledger = new LedgerDriver(directory)) {
        ledger.accept(events);
        return ledger.views();
      } finally {
        try (Stream<Path> files = Files.walk(directory)) {
          files.sorted(Comparator.reverseOrder()).forEach(AggregationLawsTest::delete);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
