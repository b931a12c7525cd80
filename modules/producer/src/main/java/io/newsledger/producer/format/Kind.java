package io.newsledger.producer.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
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
  /** A list of addresses of feeds, in OPML. */
  FEED_LIST,
  /** A web archive. */
  WARC,
  /** Anything, compressed by gzip. */
  GZIP;

  /** How much of the beginning of a file tells its kind, in bytes. */
  static final int HEAD = 4096;

  /** How much of it tells an archive, in bytes. */
  static final int MAGIC = 16;

  private static final Pattern MARKUP = Pattern.compile("<(?:!doctype|\\?xml|!--|[a-z])");
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:(?:\\w+:)?(rss|feed|rdf|channel)[\\s>]|(!doctype"
              + " html|(?:html|head|body)[\\s>])|(opml)[\\s>])");
  private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[{\\[]");
  private static final Pattern ENDING = Pattern.compile(".+\\.(?=.*[a-z])[a-z0-9]{1,8}");

  /**
   * The kind that the beginning of a file tells; where it tells none, the one its name promises.
   *
   * @param name the file's name, without that of a compression
   * @param head its first bytes, up to {@link #HEAD}
   */
  static Kind of(String name, byte[] head) {
    if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    String text = text(head);
    if (text.startsWith("WARC/") || text.startsWith("filedesc://")) {
      return WARC;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (MARKUP.matcher(lower).lookingAt()) {
      Matcher root = ROOT.matcher(lower);
      if (root.find()) {
        return root.group(1) != null ? FEED : root.group(2) != null ? PAGE : FEED_LIST;
      }
    }
    return of(name.toLowerCase(Locale.ROOT), text, lower);
  }

  private static Kind of(String name, String text, String lower) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      // Of what is no text at all, a page would show its bytes.
      case "html", "htm", "xhtml" -> text.indexOf('\0') < 0 ? PAGE : TEXT;
      case "jsonl", "ndjson", "jsonlines" -> JSON_LINES;
      case "rss", "atom", "rdf" -> FEED;
      case "warc", "arc" -> WARC;
      case "opml" -> FEED_LIST;
      default -> {
        if (JSON_START.matcher(text).lookingAt() || name.endsWith(".json")) {
          yield isOneALine(text) ? JSON_LINES : JSON;
        }
        boolean markup = MARKUP.matcher(lower).lookingAt() && !lower.startsWith("<?xml");
        yield markup && !hasEnding(name) ? PAGE : TEXT;
      }
    };
  }

  /** Whether a file of running text may have this name and beginning. */
  static boolean isText(String name, byte[] head) {
    return !hasEnding(name.toLowerCase(Locale.ROOT))
        || text(head).startsWith("---\n")
        || text(head).startsWith("---\r\n");
  }

  private static boolean hasEnding(String name) {
    return ENDING.matcher(name).matches();
  }

  /** Whether the first line is a whole value and another follows. */
  private static boolean isOneALine(String text) {
    int end = text.indexOf('\n');
    if (end < 0) {
      return false;
    }
    String first = text.substring(0, end).strip();
    boolean closed =
        first.length() > 1
            && first.charAt(first.length() - 1) == (first.charAt(0) == '{' ? '}' : ']');
    return closed && JSON_START.matcher(text.substring(end).stripLeading()).lookingAt();
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
