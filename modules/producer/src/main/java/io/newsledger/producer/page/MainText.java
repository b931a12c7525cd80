package io.newsledger.producer.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The main text of a page: the paragraphs of its article, without what stands around it. */
final class MainText {
  /** Below this many characters a stricter look has probably thrown the article away. */
  private static final int SHORT = 400;

  private MainText() {}

  /** The paragraphs; none if the page shows no text. Leaves the page as it is. */
  static List<String> of(Document page) {
    List<String> longest = List.of();
    for (Strictness strictness : Strictness.values()) {
      List<String> text = of(page, strictness);
      if (length(text) >= SHORT) {
        return text;
      }
      longest = length(text) > length(longest) ? text : longest;
    }
    return longest.isEmpty() ? all(page) : longest;
  }

  /** Where nothing is long enough to be judged, all that is shown. */
  private static List<String> all(Document page) {
    Element body = page.body().clone();
    Cleaning.removeInvisible(body);
    return PlainText.paragraphs(body);
  }

  private enum Strictness {
    ALL,
    NAMES_IGNORED,
    INSERTS_KEPT
  }

  private static List<String> of(Document page, Strictness strictness) {
    Element body = page.body().clone();
    Cleaning.removeInvisible(body);
    if (strictness == Strictness.ALL) {
      Cleaning.removeUnlikely(body);
    }
    Measures measures = Measures.of(body);
    List<Element> parts = Candidates.article(body, measures);
    if (strictness != Strictness.INSERTS_KEPT) {
      parts.forEach(part -> Cleaning.removeInserts(part, measures));
    }
    return parts.stream().flatMap(part -> PlainText.paragraphs(part).stream()).toList();
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }
}
