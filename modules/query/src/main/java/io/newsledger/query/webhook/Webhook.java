package io.newsledger.query.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Somebody who wants to be told.
 *
 * @param target address that takes POST requests
 * @param secret signs what is sent there
 * @param inside whether the target may be in a private network or on this machine
 */
public record Webhook(URI target, WebhookSecret secret, boolean inside) {
  private static final int CARRIER = 100;
  private static final int CARRIER_FIRST = 64;
  private static final int CARRIER_LAST = 127;
  private static final int UNIQUE_LOCAL = 0xFC;
  private static final int UNIQUE_LOCAL_MASK = 0xFE;

  /**
   * @throws IllegalArgumentException if the target is no address on the web
   */
  public Webhook {
    Objects.requireNonNull(secret, "secret");
    String scheme = target.getScheme();
    boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (!web || target.getHost() == null || target.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "'" + target + "' is no target: give an address that begins with https://");
    }
    if (!inside && !"https".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException(
          "'" + target + "' is not encrypted: that is for private targets only");
    }
  }

  /**
   * Whether the target may be sent to as its name resolves now.
   *
   * @throws UnknownHostException if it does not
   */
  boolean allowed() throws UnknownHostException {
    if (inside) {
      return true;
    }
    for (InetAddress address : InetAddress.getAllByName(target.getHost())) {
      if (isPrivate(address)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean special =
        address instanceof Inet6Address
            ? (first & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL
            : first == 0 || (first == CARRIER && second >= CARRIER_FIRST && second <= CARRIER_LAST);
    return special
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
