package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** A subscriber of claims: keeps the newest record of each id, and looks back. */
final class KnownClaims {
  private final Map<String, SpecificRecord> newest = new TreeMap<>();

  void hear(Claims changes) {
    newest.putAll(changes.talent());
    newest.putAll(changes.market());
  }

  void hear(String id, SpecificRecord claim) {
    newest.put(id, claim);
  }

  /** The newest record of every id ever told. */
  Map<String, SpecificRecord> newest() {
    return new TreeMap<>(newest);
  }

  /** The claims told, without those to be forgotten. */
  Map<String, SpecificRecord> kept() {
    Map<String, SpecificRecord> kept = new TreeMap<>(newest);
    kept.values().removeIf(claim -> known(claim).isEmpty());
    return kept;
  }

  /** Those that stand, in the order of their ids. */
  List<SpecificRecord> standing() {
    return newest.values().stream().filter(KnownClaims::stands).toList();
  }

  /** The claims as they would be, had nothing from the instant on been published. */
  Map<String, SpecificRecord> asBefore(Instant end) {
    Map<String, SpecificRecord> then = new TreeMap<>();
    newest.forEach(
        (id, claim) -> {
          List<KnownInterval> known = before(end, known(claim));
          if (!known.isEmpty()) {
            then.put(id, with(claim, known));
          }
        });
    return then;
  }

  /**
   * The words of all claims known at an instant.
   *
   * @throws AssertionError if intervals are empty, out of order or not apart
   */
  Set<String> quotesKnownAt(Instant instant) {
    Set<String> quotes = new TreeSet<>();
    newest
        .values()
        .forEach(
            claim -> {
              Instant end = Instant.MIN;
              for (KnownInterval interval : known(claim)) {
                assertTrue(end.isBefore(interval.getFrom()), claim::toString);
                end = interval.getUntil() == null ? Instant.MAX : interval.getUntil();
                assertTrue(interval.getFrom().isBefore(end), claim::toString);
                if (!interval.getFrom().isAfter(instant) && instant.isBefore(end)) {
                  quotes.add(words(claim));
                }
              }
            });
    return quotes;
  }

  private static String words(SpecificRecord claim) {
    return claim instanceof TalentClaim talent
        ? talent.getQuote().getText()
        : ((MarketClaim) claim).getQuote().getText();
  }

  private static List<KnownInterval> before(Instant end, List<KnownInterval> known) {
    List<KnownInterval> then = new ArrayList<>();
    for (KnownInterval interval : known) {
      if (interval.getFrom().isBefore(end)) {
        Instant until = interval.getUntil();
        boolean over = until != null && until.isBefore(end);
        then.add(new KnownInterval(interval.getFrom(), over ? until : null));
      }
    }
    return then;
  }

  private static List<KnownInterval> known(SpecificRecord claim) {
    return claim instanceof TalentClaim talent
        ? talent.getKnown()
        : ((MarketClaim) claim).getKnown();
  }

  private static boolean stands(SpecificRecord claim) {
    ClaimStatus status =
        claim instanceof TalentClaim talent
            ? talent.getStatus()
            : ((MarketClaim) claim).getStatus();
    return status == ClaimStatus.ASSERTED;
  }

  private static SpecificRecord with(SpecificRecord claim, List<KnownInterval> known) {
    ClaimStatus status =
        known.get(known.size() - 1).getUntil() == null
            ? ClaimStatus.ASSERTED
            : ClaimStatus.RETRACTED;
    return claim instanceof TalentClaim talent
        ? TalentClaim.newBuilder(talent).setKnown(known).setStatus(status).build()
        : MarketClaim.newBuilder((MarketClaim) claim).setKnown(known).setStatus(status).build();
  }
}
