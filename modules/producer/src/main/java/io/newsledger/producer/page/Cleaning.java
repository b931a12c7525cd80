package io.newsledger.producer.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Takes out of a page, and then out of what was found to be its article, what is not article. */
final class Cleaning {
  private static final Set<String> NEVER_UNLIKELY = Set.of("html", "body", "main", "article", "a");

  private static final int COMMAS_OF_PROSE = 10;

  private Cleaning() {}

  /** Removes what no reader sees or what goes around any article. */
  static void removeInvisible(Element root) {
    root.select(PageTags.INVISIBLE).forEach(Element::remove);
  }

  /** Removes what is named as something that goes around articles. */
  static void removeUnlikely(Element root) {
    for (Element element : root.getAllElements()) {
      if (!element.equals(root)
          && !NEVER_UNLIKELY.contains(element.normalName())
          && Names.unlikely(element)
          // The dearer question: it goes up to the root.
          && element.closest("table, code") == null) {
        element.remove();
      }
    }
  }

  /** Removes from an article what stands between its paragraphs and is none. */
  static void removeInserts(Element article, Measures measures) {
    remove(
        article.select("footer, figcaption, figure, address, [itemprop=author], [rel=author]"),
        measures,
        article);
    Elements conditionally =
        article.select("form, fieldset, table, ul, ol, dl, div, section, h1, h2, h3, h4, h5, h6");
    for (int i = conditionally.size() - 1; i >= 0; i--) {
      Element element = conditionally.get(i);
      if (!element.equals(article) && isInsert(element, measures)) {
        measures.remove(element);
      }
    }
  }

  private static void remove(List<Element> elements, Measures measures, Element article) {
    for (Element element : elements) {
      if (!element.equals(article) && element.parent() != null) {
        measures.remove(element);
      }
    }
  }

  private static boolean isInsert(Element element, Measures measures) {
    Measures.Measure measure = measures.at(element);
    double weight = Names.weight(element);
    if (weight < 0) {
      return true;
    }
    if (PageTags.HEADINGS.contains(element.normalName())) {
      return measure.linkDensity() > 0.9;
    }
    if (measure.commas() >= COMMAS_OF_PROSE) {
      return false;
    }
    boolean list = element.nameIs("ul") || element.nameIs("ol") || element.nameIs("dl");
    return (!list && measure.listItems() > measure.paragraphs() + 100)
        || measure.fields() > measure.paragraphs() / 3
        || (weight < 25 && measure.linkDensity() > (list ? 0.4 : 0.25))
        || (weight >= 25 && measure.linkDensity() > 0.5);
  }
}
