package io.newsledger.producer.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads RSS 0.9 to 2.0, Atom 0.3 and 1.0, and CDF, well formed or not. Pure: equal bytes give an
 * equal feed anywhere; of bytes that are none, one without entries.
 */
public final class FeedReader {
  private static final int MAX_ENTRIES = 10_000;

  private static final Pattern ADDRESSED =
      Pattern.compile(
          "([^<(@]{1,100})\\s*[<(][^\\s@]{1,100}@[^\\s@]{1,100}[>)]"
              + "|[^\\s@]{1,100}@[^\\s@]{1,100}\\s+(?:\\(([^()]{1,100})\\)|([^()<>@]{1,100}))");

  private FeedReader() {}

  /** Reads a feed. */
  public static Feed read(byte[] bytes) {
    return read(bytes, Optional.empty());
  }

  /**
   * Reads a feed.
   *
   * @param charset name of its encoding, as a server told it
   */
  public static Feed read(byte[] bytes, Optional<String> charset) {
    Document document = Xml.parse(bytes, charset);
    Optional<Element> root =
        document.getAllElements().stream().filter(FeedReader::isRoot).findFirst();
    if (root.isEmpty()) {
      return new Feed(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
    Element feed = root.get();
    Element channel = Xml.child(feed, "channel").orElse(feed);
    Stream<Element> inside = entries(channel);
    Stream<Element> beside = channel.equals(feed) ? Stream.empty() : entries(feed);
    return new Feed(
        title(channel),
        link(channel),
        Xml.text(channel, "language", "dc:language")
            .or(() -> attribute(channel, "xml:lang"))
            .map(tag -> tag.replace('_', '-')),
        entries(Stream.concat(inside, beside), FeedFrame.of(feed, channel)));
  }

  private static List<Feed.Entry> entries(Stream<Element> elements, FeedFrame frame) {
    return elements.limit(MAX_ENTRIES).map(element -> entry(element, frame)).toList();
  }

  private static boolean isRoot(Element element) {
    return switch (Xml.local(element)) {
      case "rss", "rdf", "feed", "channel" -> true;
      default -> false;
    };
  }

  private static Stream<Element> entries(Element parent) {
    return parent.children().stream()
        .filter(child -> Xml.local(child).equals("item") || Xml.local(child).equals("entry"));
  }

  private static Feed.Entry entry(Element entry, FeedFrame frame) {
    return new Feed.Entry(
        id(entry),
        title(entry),
        link(entry),
        author(entry),
        Xml.text(
            entry,
            "published",
            "pubDate",
            "issued",
            "dcterms:issued",
            "dcterms:created",
            "created"),
        Xml.text(entry, "updated", "modified", "dc:date", "dcterms:modified", "lastBuildDate")
            .or(() -> ofChannelDefinition(entry, "lastmod")),
        markup(
            entry,
            "summary",
            "description",
            "abstract",
            "dc:description",
            "itunes:summary",
            "itunes:subtitle"),
        markup(entry, "content", "content:encoded", "*:body", "fullitem"),
        frame.around(entry));
  }

  private static Optional<String> id(Element entry) {
    return Xml.child(entry, "id")
        .map(id -> Xml.resolved(id, id.wholeText()))
        .filter(text -> !text.isBlank())
        .or(() -> Xml.text(entry, "guid", "dc:identifier"))
        .or(() -> attribute(entry, "rdf:about"));
  }

  private static Optional<String> title(Element entry) {
    return Stream.of("title", "dc:title", "itunes:title", "media:title")
        .flatMap(name -> Xml.children(entry, name))
        .flatMap(title -> Xml.line(title).stream())
        .findFirst();
  }

  /** The page that is told of: what Atom calls alternate, else any link with an address. */
  private static Optional<String> link(Element entry) {
    List<Element> links =
        Stream.of("link", "atom:link").flatMap(name -> Xml.children(entry, name)).toList();
    return links.stream()
        .filter(link -> relation(link).equals("alternate") && !link.attr("href").isBlank())
        .map(link -> Xml.resolved(link, link.attr("href")))
        .findFirst()
        .or(() -> links.stream().flatMap(link -> written(link).stream()).findFirst())
        .or(() -> permanent(entry))
        .or(() -> ofChannelDefinition(entry, "href"))
        .or(
            () ->
                Xml.children(entry, "enclosure")
                    .map(enclosure -> enclosure.attr("url").strip())
                    .filter(address -> !address.isEmpty() && Xml.child(entry, "link").isEmpty())
                    .findFirst());
  }

  private static String relation(Element link) {
    String relation = link.attr("rel").strip().toLowerCase(Locale.ROOT);
    int path = relation.lastIndexOf('/');
    return relation.isEmpty() ? "alternate" : relation.substring(path + 1);
  }

  private static Optional<String> written(Element link) {
    String address = link.wholeText().strip();
    return address.isEmpty() ? Optional.empty() : Optional.of(Xml.resolved(link, address));
  }

  /** A guid is an address unless it says that it is none. */
  private static Optional<String> permanent(Element entry) {
    return Xml.child(entry, "guid")
        .filter(guid -> !guid.attr("isPermaLink").strip().toLowerCase(Locale.ROOT).equals("false"))
        .map(guid -> guid.wholeText().strip())
        .filter(address -> !address.isEmpty())
        .map(address -> Xml.resolved(entry, address));
  }

  private static Optional<String> author(Element entry) {
    String names =
        Stream.of(
                "author",
                "dc:creator",
                "dc:author",
                "itunes:author",
                "managingEditor",
                "dc:contributor")
            .map(
                name ->
                    Xml.children(entry, name)
                        .map(FeedReader::person)
                        .filter(person -> !person.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")))
            .filter(joined -> !joined.isEmpty())
            .findFirst()
            .orElse("");
    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  private static String person(Element author) {
    return Xml.text(author, "name")
        .or(() -> Xml.text(author, "email", "url", "uri"))
        .orElseGet(() -> author.childrenSize() == 0 ? name(author.wholeText().strip()) : "");
  }

  /**
   * The name in what mail writes: {@code Jo (jo@x.example)}, {@code jo@x.example (Jo)} and so on.
   */
  private static String name(String written) {
    Matcher addressed = ADDRESSED.matcher(written);
    if (!addressed.matches()) {
      return written;
    }
    return Stream.of(1, 2, 3)
        .map(addressed::group)
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .map(String::strip)
        .orElse(written);
  }

  private static Optional<String> markup(Element entry, String... names) {
    return Stream.of(names)
        .flatMap(name -> Xml.children(entry, name))
        .flatMap(element -> Xml.markup(element).stream())
        .findFirst();
  }

  /** What CDF tells in attributes of an entry, which it writes in capitals. */
  private static Optional<String> ofChannelDefinition(Element element, String name) {
    return Optional.of(element.attributes().getIgnoreCase(name).strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<String> attribute(Element element, String name) {
    return Optional.of(element.attr(name).strip()).filter(value -> !value.isEmpty());
  }
}
