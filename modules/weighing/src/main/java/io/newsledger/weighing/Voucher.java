package io.newsledger.weighing;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who vouches for a claim. Claims corroborate each other where both differ: a copy of a text, and
 * what one publisher says again, corroborate nothing.
 *
 * @param story of the article
 * @param publisher of the article; an article of unknown publisher counts as one of its own
 */
record Voucher(String story, String publisher) {
  static Voucher of(TalentClaim claim) {
    return of(claim.getStory(), claim.getSource(), claim.getArticleId());
  }

  static Voucher of(MarketClaim claim) {
    return of(claim.getStory(), claim.getSource(), claim.getArticleId());
  }

  private static Voucher of(String story, String source, String articleId) {
    return new Voucher(
        story == null ? articleId : story,
        source == null || source.isBlank()
            ? "article " + articleId
            : source.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * How many are independent: the most of them of which no two have story or publisher in common.
   * That is a greatest matching of stories with publishers, so one more never makes it fewer.
   */
  static int independent(Collection<Voucher> vouchers) {
    Map<String, Set<String>> publishers = new TreeMap<>();
    for (Voucher voucher : vouchers) {
      publishers.computeIfAbsent(voucher.story, s -> new TreeSet<>()).add(voucher.publisher);
    }
    Map<String, String> storyOf = new HashMap<>();
    int count = 0;
    for (String story : publishers.keySet()) {
      if (match(story, publishers, storyOf, new LinkedHashSet<>())) {
        count++;
      }
    }
    return count;
  }

  /** Gives the story a publisher, moving other stories to another of theirs if need be. */
  private static boolean match(
      String story,
      Map<String, Set<String>> publishers,
      Map<String, String> storyOf,
      Set<String> tried) {
    for (String publisher : publishers.get(story)) {
      if (tried.add(publisher)) {
        String holder = storyOf.get(publisher);
        if (holder == null || match(holder, publishers, storyOf, tried)) {
          storyOf.put(publisher, story);
          return true;
        }
      }
    }
    return false;
  }
}
