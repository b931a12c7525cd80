package io.newsledger.query.http;

import java.util.List;
import java.util.Map;

/** Where articles go that are offered over HTTP. Safe for use by several threads. */
public interface ArticleIntake {
  /** Most bytes of a body, as it is sent and unpacked. */
  int MAX_BYTES = 8 * 1024 * 1024;

  /**
   * What became of what was offered.
   *
   * @param counts by outcome: offered, accepted (new, revised and withdrawn), new, revised,
   *     withdrawn, unchanged, rejected; accepted + unchanged + rejected = offered
   * @param reasons how many were rejected for each reason
   * @param refusals what was refused
   */
  record Receipt(Map<String, Long> counts, Map<String, Long> reasons, List<Refusal> refusals) {
    public Receipt {
      counts = Map.copyOf(counts);
      reasons = Map.copyOf(reasons);
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Something that was refused.
   *
   * @param origin which of the documents
   * @param reason kind of reason
   * @param detail the reason in words
   */
  record Refusal(String origin, String reason, String detail) {}

  /** Articles cannot be taken at the moment; the message says why. */
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Whether whoever knows this token may offer articles.
   *
   * @param token as it was sent; may be anything
   */
  boolean allows(String token);

  /**
   * Takes a document of any format, or a file of many.
   *
   * @param body at most {@link #MAX_BYTES}; not changed from here on
   * @return when all of it is written
   * @throws Unavailable if it cannot be written now, and may be offered again
   */
  Receipt offer(byte[] body) throws Unavailable;
}
