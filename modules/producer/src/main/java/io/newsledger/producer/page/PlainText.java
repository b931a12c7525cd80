package io.newsledger.producer.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Elements as plain text: a paragraph for each block, white space as one space. */
final class PlainText {
  private PlainText() {}

  /** The paragraphs of an element, none of them blank. */
  static List<String> paragraphs(Element element) {
    Walk walk = new Walk();
    NodeTraversor.traverse(walk, element);
    walk.end();
    return walk.paragraphs;
  }

  private static final class Walk implements NodeVisitor {
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        append(text.getWholeText());
      } else if (breaks(node) || node.nameIs("br")) {
        end();
      } else if (node.nameIs("td") || node.nameIs("th")) {
        append(" ");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (breaks(node)) {
        end();
      }
    }

    private static boolean breaks(Node node) {
      return node instanceof Element element
          && PageTags.BLOCKS.contains(element.normalName())
          && !element.nameIs("td")
          && !element.nameIs("th");
    }

    private void append(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isWhitespace(c) || c == '\u00A0') {
          if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
          }
        } else if (c >= ' ' && c != '\u200B' && c != '\uFEFF' && c != '\u00AD') {
          line.append(c);
        }
      }
    }

    private void end() {
      String text = line.toString().strip();
      line.setLength(0);
      if (!text.isEmpty()) {
        paragraphs.add(text);
      }
    }
  }
}
