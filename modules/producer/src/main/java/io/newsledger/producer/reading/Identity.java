package io.newsledger.producer.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * Which article a text is, and which revision of it.
 *
 * <p>Digests of several fields put the length before each, so that no two lists of fields look
 * alike.
 */
final class Identity {
  private static final int BYTES = 16;

  private Identity() {}

  /** The article at a canonical address. */
  static String ofAddress(String url) {
    return hex(sha256().digest(url.getBytes(StandardCharsets.UTF_8)));
  }

  /** The article that has no address: its words, who printed them, and the day. */
  static String ofContent(String title, String source, String body, Instant publishedAt) {
    LocalDate day = LocalDate.ofInstant(publishedAt, ZoneOffset.UTC);
    return digest(title, source, body, day.toString());
  }

  /** The revision of these fields. */
  static String revision(
      Instant revisedAt,
      Instant publishedAt,
      String title,
      String source,
      String url,
      String body) {
    return digest(revisedAt.toString(), publishedAt.toString(), title, source, url, body);
  }

  private static String digest(String... fields) {
    MessageDigest digest = sha256();
    for (String field : fields) {
      byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      String length = field == null ? "-" : Integer.toString(bytes.length);
      digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
