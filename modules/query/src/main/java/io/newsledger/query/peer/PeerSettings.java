package io.newsledger.query.peer;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.kafka.streams.state.HostInfo;

/**
 * How instances of one ledger reach each other.
 *
 * @param self how the others reach this one
 * @param authorization header of what is sent to them; empty for none
 * @param trust who may vouch for them; empty where no TLS is spoken
 */
public record PeerSettings(
    HostInfo self, Optional<String> authorization, Optional<SSLContext> trust) {
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]):([0-9]{1,5})");

  private static final int MOST = 65_535;

  public PeerSettings {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(authorization, "authorization");
    Objects.requireNonNull(trust, "trust");
  }

  /**
   * Reads an address.
   *
   * @param address {@code HOST:PORT}
   * @throws IllegalArgumentException if it is none
   */
  public static HostInfo address(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + address + "' is not like ledger-1.example.org:7070");
    }
    int port = Integer.parseInt(parts.group(2));
    if (port < 1 || port > MOST) {
      throw new IllegalArgumentException("there is no port " + port);
    }
    return new HostInfo(parts.group(1), port);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PeerSettings[" + self + "]";
  }
}
