package io.newsledger.producer.writing;

import io.newsledger.events.RejectReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of all that was offered. Each thing offered counts once: accepted + revised +
 * withdrawn + unchanged + rejected = offered.
 *
 * @param offered things offered
 * @param accepted articles not known before
 * @param revised new revisions with a body of articles known before
 * @param withdrawn new revisions without a body
 * @param unchanged revisions known before
 * @param rejected refused things by reason, those refused before included; in the order of the
 *     reasons
 */
public record IngestReport(
    long offered,
    long accepted,
    long revised,
    long withdrawn,
    long unchanged,
    Map<RejectReason, Long> rejected) {
  /** Nothing offered. */
  public static final IngestReport NONE = new IngestReport(0, 0, 0, 0, 0, Map.of());

  public IngestReport {
    Map<RejectReason, Long> inOrder = new EnumMap<>(RejectReason.class);
    inOrder.putAll(rejected);
    rejected = Collections.unmodifiableMap(inOrder);
    long told = accepted + revised + withdrawn + unchanged + sum(rejected);
    if (told != offered) {
      throw new IllegalArgumentException(told + " told of, " + offered + " offered");
    }
  }

  /** Things refused, for whatever reason. */
  public long rejectedInAll() {
    return sum(rejected);
  }

  /** This and what another one counted. */
  public IngestReport and(IngestReport other) {
    Map<RejectReason, Long> refused = new EnumMap<>(RejectReason.class);
    refused.putAll(rejected);
    other.rejected.forEach((reason, count) -> refused.merge(reason, count, Long::sum));
    return new IngestReport(
        offered + other.offered,
        accepted + other.accepted,
        revised + other.revised,
        withdrawn + other.withdrawn,
        unchanged + other.unchanged,
        refused);
  }

  /** One more, with this outcome. */
  IngestReport plus(Outcome outcome) {
    Map<RejectReason, Long> refused = new EnumMap<>(RejectReason.class);
    refused.putAll(rejected);
    if (outcome instanceof Outcome.Rejected one) {
      refused.merge(one.reason(), 1L, Long::sum);
    }
    return new IngestReport(
        offered + 1,
        accepted + (outcome == Outcome.Kept.ACCEPTED ? 1 : 0),
        revised + (outcome == Outcome.Kept.REVISED ? 1 : 0),
        withdrawn + (outcome == Outcome.Kept.WITHDRAWN ? 1 : 0),
        unchanged + (outcome == Outcome.Kept.UNCHANGED ? 1 : 0),
        refused);
  }

  private static long sum(Map<RejectReason, Long> rejected) {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
