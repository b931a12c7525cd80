package io.newsledger.weighing;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import java.util.Locale;

/** Who vouches for a claim. Claims of one publisher corroborate once. */
final class Publisher {
  private Publisher() {}

  static String of(TalentClaim claim) {
    return of(claim.getSource(), claim.getArticleId());
  }

  static String of(MarketClaim claim) {
    return of(claim.getSource(), claim.getArticleId());
  }

  /** An article of unknown source counts on its own. */
  private static String of(String source, String articleId) {
    return source == null || source.isBlank()
        ? "article " + articleId
        : source.strip().toLowerCase(Locale.ROOT);
  }
}
