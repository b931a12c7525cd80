package io.newsledger.query.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What sender and receiver share; signs after the scheme v1 of Standard Webhooks. */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key;
  }

  /**
   * Reads a secret: {@code whsec_} and the Base64 of 24 to 64 bytes.
   *
   * @throws IllegalArgumentException if it is none; the message does not tell it
   */
  public static WebhookSecret parse(String text) {
    String stripped = text.strip();
    byte[] key = new byte[0];
    if (stripped.startsWith(PREFIX)) {
      try {
        key = Base64.getDecoder().decode(stripped.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("the secret is no Base64 behind " + PREFIX, e);
      }
    }
    if (key.length < SHORTEST || key.length > LONGEST) {
      throw new IllegalArgumentException(
          "a secret is " + PREFIX + " and the Base64 of " + SHORTEST + " to " + LONGEST + " bytes");
    }
    return new WebhookSecret(key);
  }

  /**
   * The header {@code webhook-signature}.
   *
   * @param id of the message
   * @param seconds since 1970, as the header {@code webhook-timestamp} says
   */
  public String sign(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
