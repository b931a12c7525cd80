package io.newsledger.producer.page;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * How much text each element of a tree holds, and how much of it in links, headings and paragraphs.
 * Counted in one walk and kept up to date when parts are removed, so that deep trees cost no more
 * than flat ones.
 */
final class Measures {
  private static final Measure NOTHING = new Measure();
  private final Map<Element, Measure> measures = new HashMap<>();

  /** What one element holds, itself and all below it. */
  static final class Measure {
    private int characters;
    private int linked;
    private int headed;
    private int commas;
    private int paragraphs;
    private int listItems;
    private int images;
    private int fields;

    private void add(Measure other, int sign) {
      characters += sign * other.characters;
      linked += sign * other.linked;
      headed += sign * other.headed;
      commas += sign * other.commas;
      paragraphs += sign * other.paragraphs;
      listItems += sign * other.listItems;
      images += sign * other.images;
      fields += sign * other.fields;
    }

    /** Characters of text, runs of white space counted once. */
    int characters() {
      return characters;
    }

    /** The part of the text that stands in links, from 0 to 1. */
    double linkDensity() {
      return characters == 0 ? 0 : (double) linked / characters;
    }

    /** The part of the text that stands in headings, from 0 to 1. */
    double headingDensity() {
      return characters == 0 ? 0 : (double) headed / characters;
    }

    int commas() {
      return commas;
    }

    int paragraphs() {
      return paragraphs;
    }

    int listItems() {
      return listItems;
    }

    int images() {
      return images;
    }

    /** Fields of forms. */
    int fields() {
      return fields;
    }
  }

  private Measures() {}

  /** Measures a tree. */
  static Measures of(Element root) {
    Measures all = new Measures();
    NodeTraversor.traverse(all.new Walk(), root);
    return all;
  }

  /** Of an element that is in the tree, or was. */
  Measure at(Node element) {
    return element instanceof Element known ? measures.getOrDefault(known, NOTHING) : NOTHING;
  }

  /** Takes an element out of the tree and out of what those around it hold. */
  void remove(Element element) {
    Measure gone = at(element);
    for (Element around = element.parent(); around != null; around = around.parent()) {
      Measure measure = measures.get(around);
      if (measure != null) {
        measure.add(gone, -1);
      }
    }
    element.remove();
  }

  /** Commas in the scripts in which news is read; a full stop in those that have none. */
  private static boolean isComma(char c) {
    return ",\u060C\uFE50\uFE10\uFE11\u2E41\u2E34\u2E32\uFF0C\u3001".indexOf(c) >= 0;
  }

  private final class Walk implements NodeVisitor {
    private int links;
    private int headings;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        Measure measure = new Measure();
        measures.put(element, measure);
        count(element, measure);
        links += isLink(element) ? 1 : 0;
        headings += isHeading(element) ? 1 : 0;
      } else if (node instanceof TextNode text && node.parent() != null) {
        count(text.getWholeText(), measures.get((Element) node.parent()));
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        links -= isLink(element) ? 1 : 0;
        headings -= isHeading(element) ? 1 : 0;
        Measure around = measures.get(element.parent());
        if (around != null) {
          around.add(measures.get(element), 1);
        }
      }
    }

    private void count(Element element, Measure measure) {
      switch (element.normalName()) {
        case "p" -> measure.paragraphs++;
        case "li" -> measure.listItems++;
        case "img" -> measure.images++;
        case "input", "select", "textarea" -> measure.fields++;
        default -> {
          // All others count by their text.
        }
      }
    }

    private void count(String text, Measure measure) {
      int characters = 0;
      boolean white = true;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean space = Character.isWhitespace(c) || c == '\u00A0';
        characters += space && white ? 0 : 1;
        white = space;
        measure.commas += isComma(c) ? 1 : 0;
      }
      measure.characters += characters;
      measure.linked += links > 0 ? characters : 0;
      measure.headed += headings > 0 ? characters : 0;
    }

    private static boolean isLink(Element element) {
      return element.nameIs("a");
    }

    private static boolean isHeading(Element element) {
      return PageTags.HEADINGS.contains(element.normalName());
    }
  }
}
