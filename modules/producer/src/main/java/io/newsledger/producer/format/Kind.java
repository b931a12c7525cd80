package io.newsledger.producer.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Kinds of content that are read. */
enum Kind {
  /** Text or Markdown, with front matter or without; also all that no other kind claims. */
  TEXT,
  /** A web page. */
  PAGE,
  /** One JSON value: an article, a ninjs item, a JSON Feed, or a list of these. */
  JSON,
  /** One JSON value a line. */
  JSON_LINES,
  /** RSS or Atom. */
  FEED,
  /** A web archive. */
  WARC,
  /** Anything, compressed by gzip. */
  GZIP;

  /** How much of the beginning of a file tells its kind, in bytes. */
  static final int HEAD = 4096;

  private static final Pattern MARKUP = Pattern.compile("<(?:!doctype|\\?xml|!--|[a-z])");
  private static final Pattern FEED_ROOT =
      Pattern.compile("<(?:\\w+:)?(?:rss|feed|rdf|channel)[\\s>]");
  private static final Pattern PAGE_ROOT =
      Pattern.compile("<!doctype html|<html[\\s>]|<head[\\s>]|<body[\\s>]");
  private static final Pattern LINES = Pattern.compile("\\{[^\\n]*}[ \\t\\r]*\\n\\s*\\{");

  /**
   * The kind that the beginning of a file tells; where it tells none, the one its name promises.
   *
   * @param name the file's name
   * @param head its first bytes, up to {@link #HEAD}
   */
  static Kind of(String name, byte[] head) {
    if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    String text = text(head);
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.startsWith("WARC/")) {
      return WARC;
    } else if (FEED_ROOT.matcher(lower).find() && MARKUP.matcher(lower).lookingAt()) {
      return FEED;
    } else if (PAGE_ROOT.matcher(lower).find() && MARKUP.matcher(lower).lookingAt()) {
      return PAGE;
    }
    return of(name.toLowerCase(Locale.ROOT), text);
  }

  private static Kind of(String name, String text) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "html", "htm", "xhtml" -> PAGE;
      case "jsonl", "ndjson", "jsonlines" -> JSON_LINES;
      case "json" -> LINES.matcher(text).find() ? JSON_LINES : JSON;
      case "rss", "atom", "rdf" -> FEED;
      case "warc" -> WARC;
      default -> {
        if (LINES.matcher(text).lookingAt()) {
          yield JSON_LINES;
        }
        yield text.startsWith("{\"") || text.startsWith("[{") ? JSON_LINES : TEXT;
      }
    };
  }

  private static String text(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
      return new String(head, StandardCharsets.UTF_16).stripLeading();
    }
    int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    return text.substring(start).stripLeading();
  }
}
