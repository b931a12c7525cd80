package io.newsledger.query;

import io.newsledger.events.Article;
import io.newsledger.events.Bound;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.ClaimSets;
import java.util.List;

/**
 * A ledger in which a team leaves and shares move. Three leave Northlab's Orbit team in March, the
 * third as told on the 7th; one more is said to have left and denied. Of the chat market Orbit
 * loses what Comet and Dune together win.
 */
public final class SignalSamples {
  /** The day before the third departure is told. */
  public static final String BEFORE = "2026-03-06";

  private SignalSamples() {}

  /** Departures. */
  public static List<TalentClaim> talent() {
    return List.of(
        left("t1", "2026-03-05", "Ada Vale", "2026-03-03", "Ada Vale stepped down on 3 March."),
        left("t2", "2026-03-05", "Bo Quill", "2026-03-04", "Bo Quill went a day later."),
        left("t3", "2026-03-07", "Cy Marsh", "2026-03", "Cy Marsh has left this month, too."),
        left("t4", "2026-03-08", "Di Fern", "2026-03-08", "Di Fern packed her desk on Sunday."),
        TalentClaim.newBuilder(
                left("t5", "2026-03-09", "Di Fern", "2026-03-08", "Di Fern stays, Northlab said."))
            .setSource("Desk")
            .setModality(Modality.DENIED)
            .build());
  }

  /** Figures. */
  public static List<MarketClaim> market() {
    return List.of(
        share("m1", "2025-01", 55, "Orbit held 55 percent in January 2025.", "Orbit").build(),
        share("m2", "2026-01", 40, "A year on it is down to 40 percent.", "Orbit").build(),
        share("m3", "2025-01", 1, "Comet and Dune had one percent.", "Comet", "Dune").build(),
        share("m4", "2026-01", 15, "Comet and Dune now have 15 percent.", "Comet", "Dune").build(),
        share("m5", "2026-02", 9, "Comet alone stood at 9 percent in February.", "Comet").build(),
        share("m6", "2025-12", 20.5, "Ember holds more than 20.5 percent.", "Ember")
            .setBound(Bound.AT_LEAST)
            .build(),
        share("m7", "2024", 90, "Flint once had 90 percent.", "Flint").build(),
        share("m8", "2026-01", 70, "Gale may have 70 percent.", "Gale")
            .setModality(Modality.RUMOURED)
            .build(),
        share("m9", "2026-01", 99, "In Europe Orbit has 99 percent.", "Orbit")
            .setScope("Europe")
            .build(),
        share("n1", "2026-01", 8, "In Europe Ember has 8 percent.", "Ember")
            .setScope("Europe")
            .build(),
        share("n2", "2024", 4e9, "Orbit took 4 billion dollars in 2024.", "Orbit")
            .setMetric(Metric.REVENUE)
            .setUnit("USD")
            .setScope(null)
            .build(),
        share("n3", "2025", 12e9, "Orbit took 12 billion dollars in 2025.", "Orbit")
            .setMetric(Metric.REVENUE)
            .setUnit("USD")
            .setScope(null)
            .build());
  }

  /** State of these. */
  public static InMemoryState state() {
    return new InMemoryState(List.<Article>of(), talent(), market());
  }

  private static TalentClaim left(
      String id, String published, String name, String date, String quote) {
    return ClaimSets.talent(id, published)
        .setPerson(name)
        .setSource("Wire")
        .setFrom("Northlab")
        .setUnit("Orbit")
        .setDate(date)
        .setQuote(new Quote(QuoteField.BODY, 0, quote.length(), quote))
        .build();
  }

  private static MarketClaim.Builder share(
      String id, String date, double value, String quote, String... entities) {
    return ClaimSets.market(id, "2026-03-05")
        .setKnown(List.of(new KnownInterval(Samples.at("2026-03-05"), null)))
        .setEntities(List.of(entities))
        .setSource("Wire")
        .setMetric(Metric.MARKET_SHARE)
        .setUnit("PERCENT")
        .setScope("the chat market")
        .setAsOf(date)
        .setValue(value)
        .setQuote(new Quote(QuoteField.BODY, 0, quote.length(), quote));
  }
}
