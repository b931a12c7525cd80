package io.newsledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.Horizon;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of knowledge that a question is asked of.
 *
 * @param day the day by whose end in UTC an article must have been published; empty for all
 */
public record AsOf(Optional<LocalDate> day) {
  /** Everything published. */
  public static final AsOf NOW = new AsOf(Optional.empty());

  public AsOf {
    Objects.requireNonNull(day, "day");
  }

  /** What was published by the end of this day. */
  public static AsOf endOf(LocalDate day) {
    return new AsOf(Optional.of(day));
  }

  /**
   * Reads a day; null and blank mean now.
   *
   * @throws BadQuestion if it is no day
   */
  public static AsOf parse(String text) {
    if (text == null || text.isBlank()) {
      return NOW;
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("out of range");
      }
      return endOf(day);
    } catch (DateTimeException e) {
      throw new BadQuestion(
          "'" + text + "' is no day: give one as YYYY-MM-DD, for instance 2026-03-05", List.of());
    }
  }

  /** Whether everything published counts. */
  public boolean isNow() {
    return day.isEmpty();
  }

  Horizon horizon() {
    return day.map(Horizon::endOf).orElse(Horizon.latest());
  }

  JsonNode json() {
    return day.<JsonNode>map(d -> JsonNodeFactory.instance.textNode(d.toString()))
        .orElse(JsonNodeFactory.instance.nullNode());
  }

  /** ", as known on DAY" or nothing, for messages. */
  String words() {
    return day.map(d -> ", as known on " + d).orElse("");
  }

  /** The claim as it looked then, if it stood: what came later is not in it. */
  Optional<TalentClaim> seen(TalentClaim claim) {
    return horizon().stands(claim.getKnown()) ? told(claim) : Optional.empty();
  }

  /** The claim as it looked then, if it stood: what came later is not in it. */
  Optional<MarketClaim> seen(MarketClaim claim) {
    return horizon().stands(claim.getKnown()) ? told(claim) : Optional.empty();
  }

  /** The claim as it looked then, if it had been made, taken back or not. */
  Optional<TalentClaim> told(TalentClaim claim) {
    if (isNow()) {
      return Optional.of(claim);
    }
    List<KnownInterval> known = seen(claim.getKnown());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            TalentClaim.newBuilder(claim).setKnown(known).setStatus(status(known)).build());
  }

  /** The claim as it looked then, if it had been made, taken back or not. */
  Optional<MarketClaim> told(MarketClaim claim) {
    if (isNow()) {
      return Optional.of(claim);
    }
    List<KnownInterval> known = seen(claim.getKnown());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MarketClaim.newBuilder(claim).setKnown(known).setStatus(status(known)).build());
  }

  private ClaimStatus status(List<KnownInterval> known) {
    return horizon().stands(known) ? ClaimStatus.ASSERTED : ClaimStatus.RETRACTED;
  }

  private List<KnownInterval> seen(List<KnownInterval> known) {
    Horizon horizon = horizon();
    List<KnownInterval> seen = new ArrayList<>();
    for (KnownInterval interval : known) {
      if (horizon.reaches(interval.getFrom())) {
        boolean over = interval.getUntil() != null && horizon.reaches(interval.getUntil());
        seen.add(new KnownInterval(interval.getFrom(), over ? interval.getUntil() : null));
      }
    }
    return seen;
  }
}
