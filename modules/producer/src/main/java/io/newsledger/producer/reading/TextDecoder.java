package io.newsledger.producer.reading;

import io.newsledger.events.RejectReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to text: the encoding that a byte-order mark tells, else UTF-8, else the one that the front
 * matter declares ({@code charset: windows-1252}). Nothing is guessed and nothing is replaced.
 */
final class TextDecoder {
  private static final Pattern DECLARATION =
      Pattern.compile("(?mi)^(?:charset|encoding):[ \\t]*[\"']?([A-Za-z0-9][A-Za-z0-9._:+-]*)");

  private static final String WINDOWS = "windows-1252";

  /** Front matter ends long before this many bytes. */
  private static final int HEAD = 64 * 1024;

  /** Text has hardly any control characters but tabs and line ends: at most one in this many. */
  private static final int CHARACTERS_PER_CONTROL = 100;

  /** Bytes of a UTF-16 unit in UTF-8 at most. */
  private static final int MOST_BYTES = 3;

  private TextDecoder() {}

  /** The text, without byte-order mark, with line ends as LF. */
  static String decode(byte[] bytes) throws Refusal {
    ByteOrderMark mark = ByteOrderMark.of(bytes);
    String text;
    if (mark != null) {
      text = strictly(bytes, mark.length, mark.charset).orElseThrow(() -> damaged(mark.charset));
    } else {
      refuseBinary(new String(bytes, StandardCharsets.ISO_8859_1));
      Optional<String> utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
      text = utf8.isPresent() ? utf8.get() : declared(bytes);
    }
    refuseBinary(text);
    refuseLong(text);
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Text may need more bytes in UTF-8, as which it is stored, than in its own encoding. */
  private static void refuseLong(String text) throws Refusal {
    if (text.length() <= ArticleReader.MAX_BYTES / MOST_BYTES) {
      return;
    }
    long size = text.codePoints().mapToLong(TextDecoder::bytesInUtf8).sum();
    if (size > ArticleReader.MAX_BYTES) {
      throw ArticleReader.tooLarge(size);
    }
  }

  private static long bytesInUtf8(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    } else if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }

  private static String declared(byte[] bytes) throws Refusal {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(FrontMatter.head(head));
    if (!declaration.find()) {
      throw new Refusal(
          RejectReason.ENCODING,
          "not UTF-8, and no other encoding is declared: save it as UTF-8, or declare its encoding"
              + " in the front matter, as in charset: windows-1252");
    }
    String name = declaration.group(1);
    Charset charset = asOnTheWeb(charset(name));
    String text = strictly(bytes, 0, charset).orElseThrow(() -> damaged(charset));
    // An encoding that is not read like ASCII cannot be the one of a header that names it in ASCII.
    Matcher again = DECLARATION.matcher(FrontMatter.head(text));
    if (!again.find() || !again.group(1).equals(name)) {
      throw damaged(charset);
    }
    return text;
  }

  /** What says Latin-1 or ASCII and holds other bytes is windows-1252; browsers read it so too. */
  private static Charset asOnTheWeb(Charset charset) {
    boolean narrow =
        charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
    return narrow && Charset.isSupported(WINDOWS) ? Charset.forName(WINDOWS) : charset;
  }

  private static Charset charset(String name) throws Refusal {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Refusal(
          RejectReason.ENCODING, "declares an encoding nobody here knows: " + name + "; use UTF-8");
    }
  }

  private static Refusal damaged(Charset charset) {
    return new Refusal(
        RejectReason.ENCODING,
        "says it is " + charset.name() + " but its bytes are not; save it as UTF-8");
  }

  private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void refuseBinary(String text) throws Refusal {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new Refusal(
            RejectReason.BINARY,
            "has NUL characters and so is no text; if it is UTF-16, save it with a byte-order mark"
                + " or as UTF-8");
      }
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        controls++;
      }
    }
    if ((long) controls * CHARACTERS_PER_CONTROL > text.length()) {
      throw new Refusal(
          RejectReason.BINARY, "has " + controls + " control characters and so is no text");
    }
  }

  /** The marks that tell an encoding: U+FEFF as the encoding writes it. */
  private enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 3),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    UTF_16LE(StandardCharsets.UTF_16LE, 2);

    private final Charset charset;
    private final int length;

    ByteOrderMark(Charset charset, int length) {
      this.charset = charset;
      this.length = length;
    }

    /** The mark that the bytes begin with, or null. */
    static ByteOrderMark of(byte[] bytes) {
      for (ByteOrderMark one : values()) {
        byte[] mark = "\uFEFF".getBytes(one.charset);
        if (bytes.length >= one.length
            && Arrays.equals(bytes, 0, one.length, mark, 0, one.length)) {
          return one;
        }
      }
      return null;
    }
  }
}
