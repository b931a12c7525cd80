package io.newsledger.producer.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Decides which addresses may be fetched: those of the web, whose host has only public addresses.
 * It looks the host up itself; the platform keeps what it found for the connection that follows, so
 * that a name cannot change its meaning in between.
 */
public final class AddressGuard {
  private final Resolver resolver;
  private final Predicate<InetAddress> allowed;

  /** Looks names up. */
  public interface Resolver {
    /** All addresses of a host. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  private AddressGuard(Resolver resolver, Predicate<InetAddress> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /** Lets through public addresses only. */
  public static AddressGuard publicOnly(Resolver resolver) {
    return new AddressGuard(resolver, AddressGuard::isPublic);
  }

  /** Lets through all addresses; for networks in which one knows one's feeds. */
  public static AddressGuard none(Resolver resolver) {
    return new AddressGuard(resolver, address -> true);
  }

  /**
   * Refuses an address that may not be fetched.
   *
   * @throws FetchException if it may not be
   * @throws UnknownHostException if its host is not known
   */
  void check(URI address) throws IOException {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchException(address + " is no address of the web");
    } else if (address.getHost() == null || address.getUserInfo() != null) {
      throw new FetchException(address + " names no host, or a user");
    }
    String host = address.getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    for (InetAddress found : resolver.resolve(bare)) {
      if (!allowed.test(found)) {
        throw new FetchException(
            address + " leads to " + found.getHostAddress() + ", which is no public address");
      }
    }
  }

  /** Whether an address is one of the open internet. */
  static boolean isPublic(InetAddress address) {
    byte[] octets = address.getAddress();
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    int first = Byte.toUnsignedInt(octets[0]);
    int second = Byte.toUnsignedInt(octets[1]);
    if (octets.length == 4) {
      boolean shared = first == 100 && second >= 64 && second < 128;
      boolean special =
          first == 0
              || first >= 240
              || (first == 192 && second == 0 && octets[2] == 0)
              || (first == 198 && (second == 18 || second == 19));
      return !shared && !special;
    }
    // Of IPv6 only 2000::/3 is given out, and of that neither what wraps IPv4 (6to4, Teredo).
    boolean wraps =
        first == 0x20 && (second == 0x02 || (second == 0x01 && octets[2] == 0 && octets[3] == 0));
    return (first & 0xE0) == 0x20 && !wraps;
  }
}
