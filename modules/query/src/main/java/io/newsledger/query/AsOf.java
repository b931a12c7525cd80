package io.newsledger.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.Horizon;
import io.newsledger.weighing.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What of the ledger a question is asked of: what was known by a day of what was so by a day.
 *
 * @param day known time: the day by whose end in UTC an article must have been published; empty for
 *     all
 * @param at valid time: the day by which something must have been so, or begun to be; what is told
 *     without a date was so when it was published; empty for all
 */
public record AsOf(Optional<LocalDate> day, Optional<LocalDate> at) {
  /** Everything published. */
  public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

  public AsOf {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(at, "at");
  }

  /** What was published by the end of this day. */
  public static AsOf endOf(LocalDate day) {
    return new AsOf(Optional.of(day), Optional.empty());
  }

  /**
   * Reads a day of known time; null and blank mean now.
   *
   * @throws BadQuestion if it is no day
   */
  public static AsOf parse(String text) {
    return parse(text, null);
  }

  /**
   * Reads days of known and of valid time; null and blank mean no bound.
   *
   * @throws BadQuestion if one is no day
   */
  public static AsOf parse(String known, String at) {
    return new AsOf(day(known), day(at));
  }

  private static Optional<LocalDate> day(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("out of range");
      }
      return Optional.of(day);
    } catch (DateTimeException e) {
      throw new BadQuestion(
          "'" + text + "' is no day: give one as YYYY-MM-DD, for instance 2026-03-05", List.of());
    }
  }

  /** Whether everything published counts. */
  public boolean isNow() {
    return day.isEmpty() && at.isEmpty();
  }

  Horizon horizon() {
    return day.map(Horizon::endOf).orElse(Horizon.latest());
  }

  /** The beginning of an answer: {@code {asOf, at}}, each null without a bound. */
  ObjectNode answer() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("asOf", day.map(LocalDate::toString).orElse(null))
        .put("at", at.map(LocalDate::toString).orElse(null));
  }

  /** ", as known on DAY" or nothing, for messages. */
  String words() {
    return day.map(d -> ", as known on " + d).orElse("") + at.map(d -> ", by " + d).orElse("");
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
    if (!wasSo(claim.getDate(), claim.getPublishedAt())) {
      return Optional.empty();
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
    if (!wasSo(claim.getAsOf(), claim.getPublishedAt())) {
      return Optional.empty();
    }
    List<KnownInterval> known = seen(claim.getKnown());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MarketClaim.newBuilder(claim).setKnown(known).setStatus(status(known)).build());
  }

  /** Whether the first day that a date may mean lies by the day of valid time. */
  private boolean wasSo(String date, Instant published) {
    return at.isEmpty()
        || !PartialDate.parse(date)
            .map(PartialDate::first)
            .orElseGet(() -> published.atOffset(ZoneOffset.UTC).toLocalDate())
            .isAfter(at.get());
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
