package io.newsledger.query.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** A secret that a request carries; it is never printed. */
public final class BearerToken {
  /** Shorter tokens can be guessed. */
  public static final int SHORTEST = 16;

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private final byte[] token;

  /**
   * @throws IllegalArgumentException if it is too short
   */
  public BearerToken(String token) {
    if (token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "a token has at least " + SHORTEST + " characters, not " + token.length());
    }
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this is it. Takes as long whatever is wrong with it. */
  public boolean is(String given) {
    return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether a request carries it, as a bearer or as the password of anybody: browsers ask for a
   * password by themselves, and send it with all that a page loads.
   *
   * @param authorization header of the request; may be null
   */
  boolean isIn(String authorization) {
    return after(BEARER, authorization).map(this::is).orElse(false)
        || after(BASIC, authorization).flatMap(BearerToken::password).map(this::is).orElse(false);
  }

  /** What a request says that carries it. */
  String authorization() {
    return "Bearer " + new String(token, StandardCharsets.UTF_8);
  }

  private static Optional<String> after(String scheme, String authorization) {
    String given = authorization == null ? "" : authorization.strip();
    return given.toLowerCase(Locale.ROOT).startsWith(scheme)
        ? Optional.of(given.substring(scheme.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
