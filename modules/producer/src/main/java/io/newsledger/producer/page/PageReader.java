package io.newsledger.producer.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads web pages. Pure: the same bytes and hints give an equal page anywhere. */
public final class PageReader {
  /** Most bytes of a page that are read. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** Behind this many tags, which is far more than any article has, a page is not read. */
  private static final int MOST_TAGS = 200_000;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<meta[^>]{1,200}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})"
              + "|<\\?xml[^>]{1,100}?encoding\\s*=\\s*[\"']([a-z0-9_:.-]{2,40})");

  /** Browsers look this far for a declaration; a little farther costs nothing. */
  private static final int HEAD = 8 * 1024;

  private PageReader() {}

  /**
   * What is known of a page from outside.
   *
   * @param address where it was found
   * @param charset name of its encoding, as the server told it
   */
  public record Hints(Optional<String> address, Optional<String> charset) {
    /** Nothing is known. */
    public static final Hints NONE = new Hints(Optional.empty(), Optional.empty());
  }

  /**
   * Reads a page; whatever the bytes are, something comes of it, if only a page without text.
   *
   * @param bytes all of it, at most {@link #MAX_BYTES}
   */
  public static Page read(byte[] bytes, Hints hints) {
    return read(decode(bytes, hints.charset()), hints.address());
  }

  /** Reads a page that is text already. */
  public static Page read(String html, Optional<String> address) {
    Document page = Parser.htmlParser().parseInput(bounded(html, MOST_TAGS), address.orElse(""));
    PageFacts facts = new PageFacts(page, address);
    Optional<String> url = facts.url();
    Optional<String> language = facts.language();
    PageDates dates = new PageDates(page, language.orElse(""));
    JsonLd linked = facts.linked();
    return new Page(
        facts.title(),
        facts.author(),
        dates.published(linked.published(), url),
        dates.modified(linked.modified()),
        language,
        facts.source(url),
        url,
        MainText.of(page));
  }

  /** All text of a fragment of markup, a blank line between paragraphs; text stays text. */
  public static String text(String markup) {
    if (markup.indexOf('<') < 0 && markup.indexOf('&') < 0) {
      return markup;
    }
    Document fragment = Parser.htmlParser().parseInput(bounded(markup, MOST_TAGS), "");
    Cleaning.removeInvisible(fragment.body());
    return String.join("\n\n", PlainText.paragraphs(fragment.body()));
  }

  /**
   * Markup as text: in the encoding of its byte-order mark, else the server's, else its own
   * declaration; what is declared wrongly or not at all is UTF-8 if it can be, else Windows-1252,
   * as browsers take it.
   */
  public static String decode(byte[] bytes, Optional<String> told) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent() && hasOtherThanAscii(bytes)) {
      return utf8.get();
    }
    Charset charset =
        told.flatMap(PageReader::charset)
            .or(() -> declared(bytes))
            .filter(named -> !named.equals(StandardCharsets.UTF_8))
            .orElse(Charset.forName("windows-1252"));
    return new String(bytes, charset);
  }

  /** Markup up to so many tags: a tag of three bytes becomes an element of hundreds. */
  public static String bounded(String markup, int most) {
    int tags = 0;
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
      tags++;
      if (tags > most) {
        return markup.substring(0, at);
      }
    }
    return markup;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOtherThanAscii(byte[] bytes) {
    for (byte octet : bytes) {
      if (octet < 0 || octet == 0x1B) {
        return octet != 0x1B;
      }
    }
    return false;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    // UTF-16 that could be read as ASCII so far is not UTF-16.
    return name.toLowerCase(Locale.ROOT).startsWith("utf-16") ? Optional.empty() : charset(name);
  }

  /** The encoding of this name; those that pages confuse are taken as the larger one. */
  private static Optional<Charset> charset(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String larger =
        switch (lower) {
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "iso-8859-9" -> "windows-1254";
          case "gb2312", "gbk" -> "gb18030";
          case "ks_c_5601-1987", "euc-kr" -> "ms949";
          case "shift_jis", "shift-jis" -> "windows-31j";
          default -> lower;
        };
    try {
      return Optional.of(Charset.forName(larger));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
