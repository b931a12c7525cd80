package io.newsledger.producer.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When a page says it was published and changed: what it tells machines, then what it marks as a
 * date, then its address, then what it prints near its head.
 */
final class PageDates {
  private static final Set<String> PUBLISHED =
      Set.of(
          "article:published_time",
          "article:published",
          "og:article:published_time",
          "og:published_time",
          "og:published",
          "published_time",
          "published",
          "publication_date",
          "publication-date",
          "publicationdate",
          "publish_date",
          "publish-date",
          "publishdate",
          "published-date",
          "published_date",
          "publisheddate",
          "published_at",
          "date_published",
          "datepublished",
          "dateposted",
          "pubdate",
          "pub_date",
          "pub-date",
          "article_date_original",
          "article:publicationdate",
          "article.published",
          "article.created",
          "article_publish_date",
          "articlepublished",
          "cxenseparse:recs:publishtime",
          "cxenseparse:publishtime",
          "citation_date",
          "citation_publication_date",
          "citation_online_date",
          "dc.date",
          "dc:date",
          "dcterms.date",
          "dc.date.issued",
          "dc.date.created",
          "dcterms.created",
          "dcterms.issued",
          "dcterms.available",
          "dc.created",
          "dc.issued",
          "dcsext.articlefirstpublished",
          "displaydate",
          "doc_date",
          "eomportal-firstpublished",
          "gentime",
          "iso-8601-publish-date",
          "mediator_published_time",
          "originalpublicationdate",
          "parsely-pub-date",
          "post_date",
          "posted",
          "prism.publicationdate",
          "ptime",
          "rnews:datepublished",
          "sailthru.date",
          "shareaholic:article_published_time",
          "thumbnail_time",
          "timestamp",
          "tweetmeme-time",
          "utime",
          "created",
          "creation_date",
          "date_created",
          "datecreated",
          "video:release_date",
          "vr:published_time",
          "og:pubdate",
          "og:release_date",
          "release_date",
          "bt:pubdate",
          "date",
          "sitemap:published",
          "article:create",
          "article:post_date",
          "content_create_date",
          "last-published",
          "live_date",
          "nrkdate");

  private static final Set<String> MODIFIED =
      Set.of(
          "article:modified_time",
          "article:modified",
          "og:updated_time",
          "og:article:modified_time",
          "modified_time",
          "modified",
          "last-modified",
          "lastmodified",
          "last_modified",
          "lastmod",
          "datemodified",
          "date_modified",
          "dateupdate",
          "date_updated",
          "updated",
          "updated_time",
          "dcterms.modified",
          "dc.date.modified",
          "dc.modified",
          "article.updated",
          "utime",
          "lastdate",
          "revision_date",
          "revised",
          "update_time",
          "og:modified_time",
          "cxenseparse:modifiedtime",
          "mediator_updated_time",
          "shareaholic:article_modified_time",
          "eomportal-lastupdate",
          "sailthru.lastupdated",
          "release_time");

  private static final Pattern ADDRESS_DAY =
      Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?(\\d{1,2})[/_-]?(\\d{2})(?![\\d])");

  private static final Pattern ADDRESS_SLASHED_DAY =
      Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?=[/-])");

  /** Elements that are named as the date of an article, most to the point first. */
  private static final List<String> MARKED =
      List.of(
          "[itemprop~=(?i)datepublished], [property~=(?i)datepublished], [pubdate]",
          "time[class~=(?i)publi|entry-date|post-date], .published, .dt-published, .entry-date,"
              + " abbr.published, .date-published, .publish-date, .post-date",
          "article time, main time, header time, .post time, .entry time",
          "time",
          "[class~=(?i)publi[cs]|post-?(?:date|time|meta|info)|entry-?(?:date|meta|time)"
              + "|article-?(?:date|time|meta)|date-?(?:line|display|published)"
              + "|meta-?(?:date|post)|news-?date|pub-?date|timestamp],"
              + " [id~=(?i)publi[cs]|post-?date|entry-?date|article-?date|news-?date|pub-?date|timestamp]",
          "[class~=(?i)(^|[\\s_-])(date|datum|fecha|data|tarih|datetime|time|zeit|day)([\\s_-]|$)],"
              + " [id~=(?i)^(date|datum|fecha|tarih|datetime|time)$]",
          "[class~=(?i)date|datum|byline|meta|author|info|submitted|subline],"
              + " [id~=(?i)date|datum|byline|meta]");

  private static final String NOT_THIS_ARTICLE =
      "aside, nav, [class~=(?i)related|comment|sidebar|widget|recent|recommend|teaser|footer"
          + "|popular|more-|latest|archive], [id~=(?i)comment|sidebar|related|footer|recent|widget]";

  private static final int LONGEST_MARK = 150;
  private static final int MOST_MARKS = 200;
  private static final int LINES_READ = 400;

  private final Document page;
  private final PrintedDates dates;

  PageDates(Document page, String language) {
    this.page = page;
    this.dates = new PrintedDates(language);
  }

  /**
   * When it was published, as ISO text.
   *
   * @param linked what the structured data tells
   * @param address the page's own, if known
   */
  Optional<String> published(Optional<String> linked, Optional<String> address) {
    return linked
        .flatMap(dates::value)
        .or(() -> meta(PUBLISHED))
        .or(this::marked)
        .or(() -> address.flatMap(this::inAddress))
        .or(() -> meta(MODIFIED))
        .or(this::printed);
  }

  /** When it was last changed, as ISO text; only from what it tells machines. */
  Optional<String> modified(Optional<String> linked) {
    return linked.flatMap(dates::value).or(() -> meta(MODIFIED));
  }

  private Optional<String> meta(Set<String> names) {
    for (Element meta : page.select("meta[content]")) {
      for (String attribute : List.of("property", "name", "itemprop", "pubdate", "http-equiv")) {
        if (names.contains(meta.attr(attribute).toLowerCase(Locale.ROOT).strip())) {
          Optional<String> date = dates.value(meta.attr("content"));
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> marked() {
    for (String selector : MARKED) {
      int looked = 0;
      Optional<String> elsewhere = Optional.empty();
      for (Element element : page.select(selector)) {
        if (element.nameIs("body") || element.nameIs("html") || ++looked > MOST_MARKS) {
          continue;
        }
        Optional<String> date = of(element);
        if (date.isPresent() && element.closest(NOT_THIS_ARTICLE) == null) {
          return date;
        }
        elsewhere = elsewhere.or(() -> date);
      }
      if (elsewhere.isPresent() && selector.startsWith("[itemprop")) {
        return elsewhere;
      }
    }
    return Optional.empty();
  }

  private Optional<String> of(Element element) {
    for (String attribute : List.of("datetime", "content", "title", "data-utime", "data-time")) {
      Optional<String> date = dates.value(element.attr(attribute));
      if (date.isPresent()) {
        return date;
      }
    }
    String text = element.text();
    return text.length() > LONGEST_MARK ? Optional.empty() : dates.find(text);
  }

  private Optional<String> inAddress(String address) {
    Matcher slashed = ADDRESS_SLASHED_DAY.matcher(address);
    if (slashed.find()) {
      return dates.find(slashed.group(1) + "-" + slashed.group(2) + "-" + slashed.group(3));
    }
    Matcher day = ADDRESS_DAY.matcher(address);
    return day.find()
        ? dates.find(day.group(1) + "-" + day.group(2) + "-" + day.group(3))
        : Optional.empty();
  }

  /** The first day printed on a line of its own or nearly so: a day in prose may be any day. */
  private Optional<String> printed() {
    List<String> lines = PlainText.paragraphs(page.body());
    for (String line : lines.subList(0, Math.min(lines.size(), LINES_READ))) {
      Optional<String> date = line.length() > LONGEST_MARK ? Optional.empty() : dates.find(line);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
