package io.newsledger.query.http;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who may ask, how often, and whether nobody can listen.
 *
 * @param reading what has to be sent to read anything but health; empty for nothing
 * @param perSecond most requests of one address in a second, positive, over a while; empty for no
 *     bound
 * @param certificate of the server; empty for no TLS
 */
public record Access(
    Optional<BearerToken> reading, OptionalInt perSecond, Optional<Certificate> certificate) {
  /** Everybody, as often as they like, without TLS. */
  public static final Access OPEN =
      new Access(Optional.empty(), OptionalInt.empty(), Optional.empty());

  public Access {
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(certificate, "certificate");
    if (perSecond.isPresent() && perSecond.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "at least one request a second is allowed, not " + perSecond.getAsInt());
    }
  }
}
