package io.newsledger.extraction.text;

import java.util.Map;

/**
 * Blanks what is markup and no text: HTML tags and references, addresses of links, emphasis. The
 * result is as long as the source; blanked characters are {@link #GONE}.
 */
final class Markup {
  /** Stands where markup stood; no character of any text. */
  static final char GONE = '\u0000';

  private static final int LONGEST_TAG = 4000;
  private static final int LONGEST_REFERENCE = 10;
  private static final int LONGEST_ADDRESS = 2000;
  private static final int LONGEST_DESCRIPTION = 1000;
  private static final Map<String, Character> REFERENCES =
      Map.of(
          "amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "nbsp", ' ', "rsquo", '\'',
          "ldquo", '"', "rdquo", '"', "mdash", '-');

  private final char[] out;
  private final int length;

  private Markup(String source) {
    out = source.toCharArray();
    length = out.length;
  }

  static char[] blank(String source) {
    Markup markup = new Markup(source);
    markup.run();
    return markup.out;
  }

  private void run() {
    int at = 0;
    while (at < length) {
      at = step(at);
    }
  }

  private int step(int at) {
    return switch (out[at]) {
      case '<' -> tag(at);
      case '&' -> reference(at);
      case ']' -> address(at);
      case '[' -> gone(at, at + 1);
      case '!' -> at + 1 < length && out[at + 1] == '[' ? image(at) : at + 1;
      case '\\' -> at + 1 < length && isAsciiSign(out[at + 1]) ? escape(at) : at + 1;
      case '*', '`' -> emphasis(at);
      case '_' -> isWordEdge(at) ? gone(at, at + 1) : at + 1;
      case 'h' -> bareAddress(at);
      default -> at + 1;
    };
  }

  private int tag(int at) {
    char next = at + 1 < length ? out[at + 1] : ' ';
    if (next != '/' && next != '!' && !isLetter(next)) {
      return at + 1;
    }
    int limit = Math.min(length, at + LONGEST_TAG);
    for (int i = at + 1; i < limit; i++) {
      if (out[i] == '>') {
        int end = i + 1;
        boolean block = isBlockTag(at);
        gone(at, end);
        if (block) {
          out[at] = '\n';
        }
        return end;
      }
    }
    return at + 1;
  }

  private boolean isBlockTag(int at) {
    int from = out[at + 1] == '/' ? at + 2 : at + 1;
    char c = from < length ? Character.toLowerCase(out[from]) : ' ';
    char d = from + 1 < length ? Character.toLowerCase(out[from + 1]) : ' ';
    boolean single = !isLetter(d);
    return (c == 'p' && single)
        || (c == 'h' && Character.isDigit(d))
        || (c == 'l' && d == 'i')
        || (c == 'd' && d == 'i')
        || (c == 'b' && (d == 'r' || d == 'l'))
        || (c == 't' && d == 'r')
        || (c == 'u' && d == 'l');
  }

  private int reference(int at) {
    int limit = Math.min(length, at + LONGEST_REFERENCE);
    for (int i = at + 1; i < limit; i++) {
      if (out[i] == ';') {
        char meant = meaning(new String(out, at + 1, i - at - 1));
        if (meant == GONE) {
          return at + 1;
        }
        gone(at, i + 1);
        out[at] = meant;
        return i + 1;
      }
    }
    return at + 1;
  }

  private static char meaning(String name) {
    if (name.startsWith("#")) {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      try {
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return code > 0x1f && code < 0xd800 ? (char) code : GONE;
      } catch (NumberFormatException e) {
        return GONE;
      }
    }
    return REFERENCES.getOrDefault(name, GONE);
  }

  /** A picture, with the words that describe it: no text of the article. */
  private int image(int at) {
    int limit = Math.min(length, at + LONGEST_DESCRIPTION);
    for (int i = at + 2; i + 1 < limit && out[i] != '\n'; i++) {
      if (out[i] == ']' && out[i + 1] == '(') {
        gone(at, i);
        return address(i);
      }
    }
    return gone(at, at + 2);
  }

  /** The "](address)" behind the words of a link. */
  private int address(int at) {
    gone(at, at + 1);
    if (at + 1 >= length || out[at + 1] != '(') {
      return at + 1;
    }
    int depth = 0;
    int limit = Math.min(length, at + LONGEST_ADDRESS);
    for (int i = at + 1; i < limit; i++) {
      if (out[i] == '(') {
        depth++;
      } else if (out[i] == ')' && --depth == 0) {
        return gone(at, i + 1);
      } else if (out[i] == '\n') {
        return at + 1;
      }
    }
    return at + 1;
  }

  private int bareAddress(int at) {
    boolean http = at + 7 < length && new String(out, at, 7).startsWith("http");
    if (!http || !new String(out, at, 8 < length - at ? 8 : 7).contains("://")) {
      return at + 1;
    }
    int end = at;
    while (end < length
        && !Character.isWhitespace(out[end])
        && out[end] != ')'
        && out[end] != '<') {
      end++;
    }
    return gone(at, end);
  }

  private int emphasis(int at) {
    boolean bullet = out[at] == '*' && isLineStart(at) && at + 1 < length && out[at + 1] == ' ';
    return bullet ? at + 1 : gone(at, at + 1);
  }

  private int escape(int at) {
    gone(at, at + 1);
    if (out[at + 1] == '[' || out[at + 1] == ']') {
      gone(at + 1, at + 2);
    }
    return at + 2;
  }

  private boolean isLineStart(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (out[i] == '\n') {
        return true;
      }
      if (!Character.isWhitespace(out[i]) && out[i] != GONE) {
        return false;
      }
    }
    return true;
  }

  private boolean isWordEdge(int at) {
    boolean before = at > 0 && Character.isLetterOrDigit(out[at - 1]);
    boolean after = at + 1 < length && Character.isLetterOrDigit(out[at + 1]);
    return before != after;
  }

  private int gone(int from, int to) {
    for (int i = from; i < to; i++) {
      if (out[i] != '\n') {
        out[i] = GONE;
      }
    }
    return to;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isAsciiSign(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }
}
