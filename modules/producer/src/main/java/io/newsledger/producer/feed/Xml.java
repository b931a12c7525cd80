package io.newsledger.producer.feed;

import io.newsledger.producer.page.PageReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * XML as feeds really are: read to the end whatever is wrong with it. Entities that a document
 * defines itself are not replaced and nothing is fetched.
 */
final class Xml {
  private static final List<String> MARKUP =
      List.of("html", "text/html", "xhtml", "application/xhtml+xml");

  private static final List<String> FEED_SPACES =
      List.of(
          "http://backend.userland.com/rss",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://cyber.law.harvard.edu/rss",
          "http://my.netscape.com/rdf/simple/",
          "http://channel.netscape.com/rdf/simple/",
          "http://my.netscape.com/publish/formats/rss",
          "http://purl.org/net/rss1.1#",
          "http://purl.org/atom/ns#",
          "http://www.w3.org/2005/atom");

  private static final String RSS_1 = "http://purl.org/rss/1.0/";

  private static final Pattern PACKED =
      Pattern.compile("(?:[A-Za-z0-9+/]{4}|\\s)+[A-Za-z0-9+/]{0,4}={0,2}\\s*");

  private static final String ANY = "*";

  /** Of ten thousand entries each has a hundred then; a feed is not read behind them. */
  private static final int MOST_TAGS = 1_000_000;

  private Xml() {}

  /** Parses a document. */
  static Document parse(byte[] bytes, Optional<String> charset) {
    Document document =
        Parser.xmlParser()
            .parseInput(PageReader.bounded(PageReader.decode(bytes, charset), MOST_TAGS), "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  /** Its name without prefix, in lower case. */
  static String local(Element element) {
    String name = element.tagName();
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** The prefix of its name, in lower case; empty without one. */
  static String prefix(Element element) {
    String name = element.tagName();
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /**
   * Children of this name: {@code dc:date} of that prefix, {@code date} of the vocabulary of feeds,
   * whatever its prefix, {@code *:body} of any.
   */
  static Stream<Element> children(Element parent, String name) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
    return parent.children().stream()
        .filter(child -> local(child).equals(local))
        .filter(
            child ->
                prefix.isEmpty()
                    ? isOwn(child)
                    : ANY.equals(prefix) || prefix.equals(prefix(child)));
  }

  private static boolean isOwn(Element element) {
    String prefix = prefix(element);
    String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    String space = "";
    for (Element around = element; around != null && space.isEmpty(); around = around.parent()) {
      space = around.attr(attribute).toLowerCase(Locale.ROOT);
    }
    boolean ofFeeds = space.equals(RSS_1) || FEED_SPACES.stream().anyMatch(space::startsWith);
    return prefix.isEmpty() ? ofFeeds || space.isEmpty() || !element.hasAttr("xmlns") : ofFeeds;
  }

  /** The first child of this name. */
  static Optional<Element> child(Element parent, String name) {
    return children(parent, name).findFirst();
  }

  /** Text of the first of these children that has any. */
  static Optional<String> text(Element parent, String... names) {
    return Stream.of(names)
        .flatMap(name -> children(parent, name))
        .map(child -> child.wholeText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Content as markup, however it is told: as text, as escaped markup or as elements. */
  static Optional<String> markup(Element element) {
    String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
    boolean elements = element.childrenSize() > 0;
    String text = elements ? element.html() : unpacked(element, type);
    boolean plain = (type.equals("text") || type.equals("text/plain")) && !elements;
    String markup = plain ? escaped(text) : text;
    return Optional.of(markup.strip()).filter(value -> !value.isEmpty());
  }

  /** A line that may be told as markup, as plain text. */
  static Optional<String> line(Element element) {
    String type = element.attr("type").toLowerCase(Locale.ROOT).strip();
    boolean markup = MARKUP.contains(type) || element.childrenSize() > 0;
    boolean declared = !type.isEmpty();
    String text = element.childrenSize() > 0 ? element.html() : unpacked(element, type);
    boolean looksLikeMarkup =
        (!declared || isPacked(element, type))
            && (text.contains("</") || text.contains("/>") || text.contains("&"));
    String line = markup || looksLikeMarkup ? PageReader.text(text).replace("\n\n", " ") : text;
    return Optional.of(line.strip().replaceAll("\\s+", " ")).filter(value -> !value.isEmpty());
  }

  /** Text, out of base64 where Atom says that it is in it. */
  private static String unpacked(Element element, String type) {
    String text = element.wholeText();
    if (!isPacked(element, type) || !PACKED.matcher(text).matches()) {
      return text;
    }
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // of its letters only, but of a length that base64 has not
    }
  }

  private static boolean isPacked(Element element, String type) {
    return element.attr("mode").equals("base64")
        || (type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** An address made full by the bases that stand around an element. */
  static String resolved(Element element, String address) {
    String full = address.strip();
    for (Element around = element; around != null; around = around.parent()) {
      String base = around.attr("xml:base");
      if (!base.isBlank()) {
        full = resolved(base.strip(), full);
      }
    }
    return full;
  }

  private static String resolved(String base, String address) {
    try {
      return new URI(base).resolve(new URI(address)).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return address;
    }
  }
}
