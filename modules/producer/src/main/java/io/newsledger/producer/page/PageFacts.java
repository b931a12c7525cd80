package io.newsledger.producer.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Title, authors, language, site and address of a page. */
final class PageFacts {
  private static final Pattern TITLE_PARTS =
      Pattern.compile("\\s+[|\u2013\u2014\u00BB\u00B7:-]{1,2}\\s+");
  private static final Pattern BY = Pattern.compile("(?iU)^\\s*(?:by|von|par|por|di|door)\\s+");
  private static final int LONGEST_BYLINE = 120;

  private final Document page;
  private final Optional<String> found;
  private final JsonLd linked;

  /**
   * Of a page.
   *
   * @param found its address, if known
   */
  PageFacts(Document page, Optional<String> found) {
    this.page = page;
    this.found = found;
    this.linked = JsonLd.of(page);
  }

  JsonLd linked() {
    return linked;
  }

  Optional<String> title() {
    Optional<String> shown = text("h1").filter(heading -> page.select("h1").size() == 1);
    return meta("og:title")
        .or(() -> linked.headline().map(PageFacts::unescaped))
        .or(() -> meta("twitter:title"))
        .or(() -> meta("dc.title"))
        .or(() -> shown)
        .or(() -> Optional.of(page.title()))
        .map(this::withoutSite)
        .filter(title -> !title.isBlank());
  }

  /** Some sites put the site's name behind the title even for machines. */
  private String withoutSite(String title) {
    String[] parts = TITLE_PARTS.split(title.strip(), -1);
    if (parts.length < 2) {
      return title.strip();
    }
    String last = parts[parts.length - 1];
    boolean named =
        Stream.of(meta("og:site_name"), linked.publisher(), found.flatMap(PageFacts::host))
            .flatMap(Optional::stream)
            .anyMatch(
                site -> plain(site).contains(plain(last)) || plain(last).contains(plain(site)));
    return named && !plain(last).isEmpty()
        ? title
            .substring(0, title.lastIndexOf(last))
            .replaceFirst("[\\s|\u2013\u2014\u00BB\u00B7:-]+$", "")
        : title.strip();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  Optional<String> author() {
    return linked
        .author()
        .map(PageFacts::unescaped)
        .or(
            () ->
                metas(
                    "author",
                    "article:author",
                    "dc.creator",
                    "parsely-author",
                    "byl",
                    "sailthru.author"))
        .or(
            () ->
                marked(
                    "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .p-author, .author-name, .byline"));
  }

  private Optional<String> metas(String... names) {
    return Stream.of(names)
        .map(this::meta)
        .flatMap(Optional::stream)
        .filter(name -> !name.contains("://"))
        .map(name -> BY.matcher(name).replaceFirst(""))
        .findFirst();
  }

  private Optional<String> marked(String selector) {
    String names =
        page.select(selector).stream()
            .map(element -> element.hasAttr("content") ? element.attr("content") : element.text())
            .map(name -> BY.matcher(name).replaceFirst("").strip())
            .filter(name -> !name.isEmpty() && name.length() <= LONGEST_BYLINE)
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(text -> !text.isEmpty());
  }

  Optional<String> language() {
    return Optional.of(page.select("html").attr("lang"))
        .filter(tag -> !tag.isBlank())
        .or(() -> Optional.of(page.select("html").attr("xml:lang")).filter(tag -> !tag.isBlank()))
        .or(linked::language)
        .or(() -> meta("content-language"))
        .or(() -> meta("language"))
        .or(() -> meta("og:locale"))
        .map(tag -> tag.strip().replace('_', '-').split("[,;\\s]", -1)[0])
        .filter(tag -> !Locale.forLanguageTag(tag).getLanguage().isEmpty());
  }

  Optional<String> source(Optional<String> url) {
    return meta("og:site_name")
        .or(() -> linked.publisher().map(PageFacts::unescaped))
        .or(() -> meta("application-name"))
        .or(() -> url.flatMap(PageFacts::host));
  }

  /** The address that the page calls its own, unless that is only the site's front page. */
  Optional<String> url() {
    return Stream.of(
            Optional.of(page.select("link[rel~=(?i)^canonical$][href]").attr("href")),
            meta("og:url"),
            linked.address(),
            found)
        .flatMap(Optional::stream)
        .filter(address -> !address.isBlank())
        .map(this::absolute)
        .filter(Objects::nonNull)
        .filter(uri -> !isFrontPage(uri) || found.isEmpty())
        .map(URI::toString)
        .findFirst()
        .or(() -> found);
  }

  private static boolean isFrontPage(URI address) {
    String path = address.getPath();
    return (path == null || path.isEmpty() || path.equals("/")) && address.getQuery() == null;
  }

  /** In full; null for what is no web address. */
  private URI absolute(String address) {
    try {
      URI uri = new URI(address.strip().replace(" ", "%20"));
      String base = page.select("base[href]").attr("href");
      URI context = URI.create(found.orElse(base.startsWith("http") ? base : ""));
      URI full = context.isAbsolute() ? context.resolve(uri) : uri;
      boolean web =
          "http".equalsIgnoreCase(full.getScheme()) || "https".equalsIgnoreCase(full.getScheme());
      return web && full.getHost() != null ? full : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(new URI(address).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT))
          .map(host -> host.startsWith("www.") ? host.substring(4) : host);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<String> text(String selector) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(Element::text)
        .filter(text -> !text.isBlank());
  }

  private Optional<String> meta(String name) {
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
        if (meta.attr(attribute).strip().equalsIgnoreCase(name)
            && !meta.attr("content").isBlank()) {
          return Optional.of(meta.attr("content").strip());
        }
      }
    }
    return Optional.empty();
  }

  private static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }
}
