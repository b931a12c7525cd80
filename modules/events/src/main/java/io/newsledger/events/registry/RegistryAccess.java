package io.newsledger.events.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach a registry.
 *
 * @param base address that paths are put behind, without a slash at the end
 * @param authorization value of the header of that name; a secret
 * @param tls whom to trust; empty for the JVM's own list
 * @param request bound on one request
 * @param patience how long to ask again while the registry cannot be reached or is overloaded
 */
public record RegistryAccess(
    URI base,
    Optional<String> authorization,
    Optional<SSLContext> tls,
    Duration request,
    Duration patience) {
  private static final Duration REQUEST = Duration.ofSeconds(10);

  /** A registry that is started again is back within a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  public RegistryAccess {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(authorization, "authorization");
    Objects.requireNonNull(tls, "tls");
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none, or holds a password: that would be logged
   */
  public static RegistryAccess at(String address) {
    URI base;
    try {
      base = new URI(address.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the registry's address is none: " + e.getMessage(), e);
    }
    boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || base.getHost() == null || base.getQuery() != null || base.getFragment() != null) {
      throw new IllegalArgumentException(
          "the registry's address must be http[s]://HOST[:PORT][/PATH]");
    }
    if (base.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "the registry's address must not hold a user and a password: give them as"
              + " schema.registry.basic.auth.user.info in the file of --kafka-config");
    }
    return new RegistryAccess(base, Optional.empty(), Optional.empty(), REQUEST, PATIENCE);
  }

  /** With {@code user:password}. */
  public RegistryAccess basic(String user) {
    String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return authorized("Basic " + encoded);
  }

  /** With a bearer token. */
  public RegistryAccess bearer(String token) {
    return authorized("Bearer " + token);
  }

  private RegistryAccess authorized(String header) {
    return new RegistryAccess(base, Optional.of(header), tls, request, patience);
  }

  /** Trusting whom this context trusts. */
  public RegistryAccess trusting(SSLContext context) {
    return new RegistryAccess(base, authorization, Optional.of(context), request, patience);
  }

  /** With other bounds. */
  public RegistryAccess within(Duration request, Duration patience) {
    return new RegistryAccess(base, authorization, tls, request, patience);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return base.toString();
  }
}
