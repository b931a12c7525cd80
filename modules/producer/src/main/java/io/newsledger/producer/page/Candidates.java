package io.newsledger.producer.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Finds the element that holds an article: each paragraph gives points to those around it, most to
 * the nearest, for its length and its commas; links take them away. The method of Arc90's
 * Readability.
 */
final class Candidates {
  private static final Set<String> SCORED = Set.of("p", "td", "pre", "section", "h2", "h3", "div");
  private static final int SHORTEST_PARAGRAPH = 25;
  private static final int MAX_LEVELS = 5;
  private static final int KEPT = 5;

  private final Measures measures;
  private final Map<Element, Double> scores = new LinkedHashMap<>();

  private Candidates(Measures measures) {
    this.measures = measures;
  }

  /** The parts that make up the article, in order; none if nothing in the body reads like one. */
  static List<Element> article(Element body, Measures measures) {
    Candidates candidates = new Candidates(measures);
    candidates.scoreBelow(body);
    List<Element> best = candidates.best();
    if (best.isEmpty()) {
      return List.of();
    }
    Element top = candidates.raised(candidates.shared(best), body);
    return candidates.withSiblings(top);
  }

  private void scoreBelow(Element body) {
    for (Element element : body.getAllElements()) {
      if (!SCORED.contains(element.normalName()) || !holdsText(element)) {
        continue;
      }
      Measures.Measure measure = measures.at(element);
      if (measure.characters() < SHORTEST_PARAGRAPH) {
        continue;
      }
      double points = 2 + measure.commas() + Math.min(measure.characters() / 100, 3);
      Element around = element.parent();
      for (int level = 0; level < MAX_LEVELS && around != null; level++) {
        double share = level == 0 ? 1 : level == 1 ? 2 : level * 3;
        scores.merge(around, base(around) + points / share, (old, fresh) -> old + points / share);
        around = around.parent();
      }
    }
    scores.replaceAll((element, score) -> score * (1 - measures.at(element).linkDensity()));
  }

  /** A paragraph by name, or a division that holds text of its own. */
  private static boolean holdsText(Element element) {
    if (!element.nameIs("div") && !element.nameIs("section")) {
      return true;
    }
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text && !text.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static double base(Element element) {
    double points =
        switch (element.normalName()) {
          case "article" -> 10;
          case "div", "main" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
          case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
          default -> 0;
        };
    return points + Names.weight(element);
  }

  private List<Element> best() {
    return scores.entrySet().stream()
        .filter(entry -> !entry.getKey().nameIs("html"))
        .sorted(
            Map.Entry.<Element, Double>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().elementSiblingIndex()))
        .limit(KEPT)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The best one, or what holds it and most of those nearly as good. */
  private Element shared(List<Element> best) {
    Element top = best.get(0);
    List<Element> rivals =
        best.stream().skip(1).filter(one -> score(one) >= 0.75 * score(top)).toList();
    if (rivals.size() < 3) {
      return top;
    }
    for (Element around = top.parent(); around != null; around = around.parent()) {
      Element holder = around;
      if (rivals.stream().filter(one -> isInside(one, holder)).count() >= 3) {
        return around.nameIs("html") ? top : around;
      }
    }
    return top;
  }

  private static boolean isInside(Element element, Element holder) {
    for (Element around = element.parent(); around != null; around = around.parent()) {
      if (around.equals(holder)) {
        return true;
      }
    }
    return false;
  }

  /** Upwards, as long as there is more of the article there. */
  private Element raised(Element found, Element body) {
    Element top = found;
    double last = score(top);
    double least = last / 3;
    Element around = top.parent();
    while (around != null && !around.equals(body) && !around.nameIs("html")) {
      double here = score(around);
      if (scores.containsKey(around) && here < least) {
        break;
      }
      if (here > last) {
        top = around;
        break;
      }
      last = scores.containsKey(around) ? here : last;
      around = around.parent();
    }
    while (top.parent() != null && !top.parent().equals(body) && top.parent().childrenSize() == 1) {
      top = top.parent();
    }
    return top;
  }

  private double score(Element element) {
    return scores.getOrDefault(element, 0.0);
  }

  private List<Element> withSiblings(Element top) {
    if (top.parent() == null || top.nameIs("body")) {
      return List.of(top);
    }
    double threshold = Math.max(10, score(top) * 0.2);
    List<Element> parts = new ArrayList<>();
    for (Element sibling : top.parent().children()) {
      if (sibling.equals(top) || belongs(sibling, top, threshold)) {
        parts.add(sibling);
      }
    }
    parts.sort(Comparator.comparing(Element::elementSiblingIndex));
    return parts;
  }

  private boolean belongs(Element sibling, Element top, double threshold) {
    boolean alike = !top.className().isEmpty() && top.className().equals(sibling.className());
    if (score(sibling) + (alike ? score(top) * 0.2 : 0) >= threshold) {
      return true;
    }
    if (!sibling.nameIs("p")) {
      return false;
    }
    Measures.Measure measure = measures.at(sibling);
    return measure.characters() > 80
        ? measure.linkDensity() < 0.25
        : measure.characters() > 0 && measure.linkDensity() == 0 && endsSentence(sibling);
  }

  private static boolean endsSentence(Element element) {
    String text = element.text();
    return !text.isEmpty()
        && ".!?\u3002\uFF01\uFF1F\"\u201D".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
