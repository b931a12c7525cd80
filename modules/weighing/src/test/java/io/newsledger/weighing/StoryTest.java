package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StoryTest {
  @Test
  void aReprintWithAnotherHeadlineAndASentenceMoreIsOneStory() {
    String text = StoryTexts.text(1, 200);
    Telling first = telling("a", "2026-03-03", text);
    Telling reprint =
        telling("b", "2026-03-04", text.toUpperCase(java.util.Locale.ROOT) + " Ends.");
    assertTrue(first.near(reprint));
    assertEquals("a", reprint.story(List.of(reprint, first)));
    assertEquals("a", first.story(List.of(reprint, first)));
  }

  @Test
  void textsThatShareAThirdAreTwoStories() {
    String shared = StoryTexts.text(1, 100);
    Telling one = telling("a", "2026-03-03", shared + StoryTexts.text(2, 200));
    Telling two = telling("b", "2026-03-03", shared + StoryTexts.text(3, 200));
    assertFalse(one.near(two));
    assertEquals("b", two.story(List.of(one, two)));
  }

  @Test
  void aTextToldAgainMuchLaterIsAnotherStory() {
    String text = StoryTexts.text(1, 200);
    assertFalse(telling("a", "2026-03-01", text).near(telling("b", "2026-03-16", text)));
  }

  @Test
  void stubsAndWithdrawalsHaveNoSignature() {
    assertEquals(Optional.empty(), Signature.of(article("a", "2026-03-01", "Subscribe to read.")));
    assertEquals(Optional.empty(), Telling.of(List.of(article("a", "2026-03-01", null))));
  }

  @Test
  void aCorrectionOrAWithdrawalDoesNotChangeWhatWasToldFirst() {
    Article first = article("a", "2026-03-01", StoryTexts.text(1, 100));
    Article corrected = article("a", "2026-03-02", StoryTexts.text(2, 100));
    Article withdrawn = article("a", "2026-03-03", null);
    assertEquals(Telling.of(List.of(first)), Telling.of(List.of(withdrawn, corrected, first)));
  }

  @Test
  void ideographsAreWords() {
    assertTrue(Signature.of(article("a", "2026-03-01", "\u5317\u4eac".repeat(20))).isPresent());
  }

  @Test
  void copiesCorroborateNothingWhoeverPrintsThem() {
    assertEquals(1, independent("s1|wire", "s1|desk", "s1|post"));
    assertEquals(1, independent("s1|wire", "s2|wire"));
    assertEquals(2, independent("s1|wire", "s2|desk"));
    assertEquals(2, independent("s1|wire", "s2|wire", "s2|desk"), "one more never makes it fewer");
    assertEquals(3, independent("s1|a", "s1|b", "s2|a", "s2|c", "s3|a"));
  }

  @Test
  void aStepAndAPointCountACopyOnce() {
    TalentClaim.Builder left = ClaimSets.talent("a", "2026-03-05").setFrom("Northlab");
    TalentClaim first = left.setSource("Wire").build();
    TalentClaim copy = left.setId("b").setArticleId("x").setSource("Desk").build();
    assertEquals(2, sources(first, copy));
    assertEquals(1, sources(first, TalentClaim.newBuilder(copy).setStory("article-a").build()));
    MarketClaim.Builder users = ClaimSets.market("a", "2026-03-05").setValue(600e6);
    MarketClaim one = users.setAsOf("2026-03").setSource("Wire").build();
    MarketClaim again =
        users.setId("b").setArticleId("x").setSource("Desk").setStory("article-a").build();
    MarketClaim other =
        users
            .setId("c")
            .setArticleId("y")
            .setSource("Post")
            .setStory(null)
            .setValue(700e6)
            .setPublishedAt(Instant.parse("2026-03-09T00:00:00Z"))
            .build();
    var point =
        PointFold.fold(PointKey.of(one), List.of(one, again, other)).values().iterator().next();
    assertEquals(700e6, point.getValue(), "two copies do not outweigh the newer number");
  }

  @Property(tries = 1000)
  void theOrderOfArticlesDoesNotMatterAndTheFutureHasNoPartInAStory(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 12) int count) {
    List<Telling> all = tellings(StoryTexts.articles("a", seed, count));
    List<Telling> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(shuffle));
    for (Telling one : all) {
      String story = one.story(all);
      assertEquals(story, one.story(shuffled));
      List<Telling> known = all.stream().filter(other -> !other.at().isAfter(one.at())).toList();
      assertEquals(story, one.story(known));
      Telling told =
          all.stream().filter(other -> other.article().equals(story)).findFirst().orElseThrow();
      assertTrue(told.near(one));
    }
  }

  @Property(tries = 1000)
  void oneVoucherMoreNeverMakesFewerIndependentAndAtMostOneMore(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int count) {
    Random random = new Random(seed);
    List<Voucher> vouchers = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < count; i++) {
      vouchers.add(new Voucher("s" + random.nextInt(5), "p" + random.nextInt(5)));
      int after = Voucher.independent(vouchers);
      assertTrue(after == before || after == before + 1, vouchers::toString);
      before = after;
    }
    List<Voucher> shuffled = new ArrayList<>(vouchers);
    Collections.shuffle(shuffled, random);
    assertEquals(before, Voucher.independent(shuffled));
  }

  private static int sources(TalentClaim... claims) {
    return CareerFold.fold("p", List.of(claims)).orElseThrow().getMovements().get(0).getSources();
  }

  private static int independent(String... vouchers) {
    return Voucher.independent(
        java.util.Arrays.stream(vouchers)
            .map(text -> new Voucher(text.split("\\|", -1)[0], text.split("\\|", -1)[1]))
            .toList());
  }

  private static List<Telling> tellings(List<Article> revisions) {
    Map<String, List<Article>> articles =
        revisions.stream()
            .collect(Collectors.groupingBy(Article::getId, TreeMap::new, Collectors.toList()));
    return articles.values().stream().flatMap(one -> Telling.of(one).stream()).toList();
  }

  private static Telling telling(String id, String day, String text) {
    return Telling.of(List.of(article(id, day, text))).orElseThrow();
  }

  private static Article article(String id, String day, String text) {
    return StoryTexts.article(id, day + "T00:00:00Z", text);
  }
}
