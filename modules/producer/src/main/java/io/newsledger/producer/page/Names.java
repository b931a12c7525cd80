package io.newsledger.producer.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the class and the id of an element, named by people for people, tell of its part. */
final class Names {
  private static final Pattern UNLIKELY =
      Pattern.compile(
          "-ad-|ai2html|banner|breadcrumb|combx|comment|community|cookie|consent|cover-wrap|disqus"
              + "|extra|footer|gdpr|header|legends|menu|more-?stories|navbar|newsletter|related"
              + "|recirc|recommend|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
              + "|subscri|supplemental|ad-break|agegate|pagination|pager|popup|promo|taboola"
              + "|outbrain|trending|most-?(?:read|popular|viewed)|read-?next|up-?next|share-?bar"
              + "|sharing|toolbar|tooltip");

  private static final Pattern PERHAPS =
      Pattern.compile("and|article|body|column|content|main|shadow|story|entry");

  private static final Pattern GOOD =
      Pattern.compile(
          "article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story");

  private static final Pattern BAD =
      Pattern.compile(
          "-ad-|hidden|^hid$|\\bhid\\b|banner|byline|caption|combx|comment|com-|contact|cookie"
              + "|credit|footer|gdpr|masthead|media|meta|newsletter|outbrain|promo|related|recirc"
              + "|recommend|scroll|share|sharing|shoutbox|sidebar|skyscraper|social|sponsor"
              + "|subscri|shopping|tags|taboola|toolbar|trending|widget");

  private static final double WEIGHT = 25;

  private Names() {}

  /** Whether it is named as something that goes around articles. */
  static boolean unlikely(Element element) {
    String names = of(element);
    return UNLIKELY.matcher(names).find() && !PERHAPS.matcher(names).find();
  }

  /** Points for and against an article. */
  static double weight(Element element) {
    return weight(element.className()) + weight(element.id());
  }

  private static double weight(String name) {
    if (name.isEmpty()) {
      return 0;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return (GOOD.matcher(lower).find() ? WEIGHT : 0) - (BAD.matcher(lower).find() ? WEIGHT : 0);
  }

  private static String of(Element element) {
    return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
  }
}
