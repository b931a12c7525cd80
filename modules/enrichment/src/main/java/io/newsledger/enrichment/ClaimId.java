package io.newsledger.enrichment;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Movement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identity of a claim: the article, what is claimed and the words it stands on, but not where they
 * stand, so that a claim survives a change of the text around it.
 *
 * <p>Each field has its length before it, so that no two lists of fields look alike.
 */
final class ClaimId {
  private static final int BYTES = 16;
  private static final int NONE = -1;

  private final MessageDigest digest;

  private ClaimId(MessageDigest digest) {
    this.digest = digest;
  }

  /** 32 hexadecimal digits. */
  static String of(String article, Movement movement) {
    return new ClaimId(sha256())
        .with("talent")
        .with(article)
        .with(movement.person())
        .with(ClaimMapping.sorted(movement.aliases()))
        .with(movement.from())
        .with(movement.to())
        .with(movement.unit())
        .with(movement.role())
        .with(movement.date())
        .with(movement.modality().name())
        .with(movement.quote().text())
        .hex();
  }

  /** 32 hexadecimal digits. */
  static String of(String article, Figure figure) {
    return new ClaimId(sha256())
        .with("market")
        .with(article)
        .with(ClaimMapping.sorted(figure.entities()))
        .with(figure.metric().name())
        .with(figure.scope())
        .with(figure.value())
        .with(figure.unit())
        .with(figure.bound().name())
        .with(figure.asOf())
        .with(figure.modality().name())
        .with(figure.quote().text())
        .hex();
  }

  private ClaimId with(String field) {
    if (field == null) {
      return length(NONE);
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  private ClaimId with(List<String> fields) {
    length(fields.size());
    fields.forEach(this::with);
    return this;
  }

  /** By its bits: how a double is printed depends on the Java release. */
  private ClaimId with(double value) {
    digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    return this;
  }

  private ClaimId length(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    return this;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
