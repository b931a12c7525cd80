package io.newsledger.weighing;

import io.newsledger.events.Exodus;
import java.util.Comparator;

/**
 * Identity of an alert.
 *
 * @param organisation canonical short name
 * @param start month, or day, of the first departure
 * @param unit the unit left, in its normal form; empty for the whole organisation
 */
public record ExodusKey(String organisation, String start, String unit)
    implements Comparable<ExodusKey> {
  private static final Comparator<ExodusKey> ORDER =
      Comparator.comparing(ExodusKey::organisation)
          .thenComparing(ExodusKey::start)
          .thenComparing(ExodusKey::unit);

  /** The key of an alert. */
  public static ExodusKey of(Exodus alert) {
    return new ExodusKey(alert.getOrganisation(), alert.getStart(), UnitKey.of(alert.getUnit()));
  }

  /** As the key of a message. */
  public String message() {
    return organisation + "|" + start + "|" + unit;
  }

  @Override
  public int compareTo(ExodusKey other) {
    return ORDER.compare(this, other);
  }
}
