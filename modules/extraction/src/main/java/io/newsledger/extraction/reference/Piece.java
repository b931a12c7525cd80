package io.newsledger.extraction.reference;

import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a run of digits, or one other sign. Names are compared piece by piece, so that
 * "GPT-4o", "GPT 4o" and "GPT4o" agree however the tokenizer splits them.
 *
 * @param text the characters, without diacritics
 * @param key the same in lower case
 * @param token index of the token it stands in
 * @param before what separates it from the piece before
 */
record Piece(String text, String key, int token, Join before) {
  /** How two neighbouring pieces hang together. */
  enum Join {
    /** Nothing between them, as in "Qwen3". */
    GLUED,
    /** A hyphen inside a word. */
    HYPHEN,
    /** A full stop inside a word. */
    STOP,
    /** White space, or the start of the text, or a sign on either side. */
    APART
  }

  boolean isWord() {
    return Character.isLetter(text.codePointAt(0));
  }

  boolean isNumber() {
    return Character.isDigit(text.codePointAt(0));
  }

  boolean isSign() {
    return !isWord() && !isNumber();
  }

  boolean startsUpper() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  boolean isUpper() {
    return isWord() && text.codePoints().allMatch(Character::isUpperCase);
  }

  static List<Piece> of(Sentence sentence) {
    Splitter splitter = new Splitter();
    int end = sentence.start();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      splitter.add(token.text(), i, token.start() > end);
      end = token.end();
    }
    return splitter.pieces;
  }

  static List<Piece> of(String text) {
    Splitter splitter = new Splitter();
    int index = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      splitter.add(word, index++, true);
    }
    return splitter.pieces;
  }

  /** Cuts words into pieces; remembers a sign until it is known whether it joins two words. */
  private static final class Splitter {
    private final List<Piece> pieces = new ArrayList<>();
    private char pending;
    private int pendingToken;

    void add(String word, int token, boolean apart) {
      String text = plain(word);
      Join before = apart ? Join.APART : Join.GLUED;
      if (isAddress(text)) {
        pieces.add(new Piece("/", "/", token, Join.APART));
        return;
      }
      int at = 0;
      while (at < text.length()) {
        int end = runEnd(text, at);
        if (isAlphanumeric(text.codePointAt(at))) {
          addRun(text.substring(at, end), token, before);
        } else {
          addSign(text.substring(at, end), token, before);
        }
        before = Join.GLUED;
        at = end;
      }
      flush();
    }

    private void addRun(String run, int token, Join before) {
      Join join = before;
      if (pending != 0) {
        join = pending == '-' ? Join.HYPHEN : Join.STOP;
        pending = 0;
      } else if (!pieces.isEmpty() && pieces.get(pieces.size() - 1).isSign()) {
        join = Join.APART;
      }
      pieces.add(new Piece(run, run.toLowerCase(Locale.ROOT), token, join));
    }

    private void addSign(String sign, int token, Join before) {
      boolean afterWord =
          before == Join.GLUED
              && pending == 0
              && !pieces.isEmpty()
              && !pieces.get(pieces.size() - 1).isSign();
      if (afterWord && (sign.equals("-") || sign.equals("."))) {
        pending = sign.charAt(0);
        pendingToken = token;
        return;
      }
      flush();
      pieces.add(new Piece(sign, sign, token, Join.APART));
    }

    /** A sign that no word follows at once stands for itself, unless it ends an abbreviation. */
    void flush() {
      if (pending == 0) {
        return;
      }
      String sign = String.valueOf(pending);
      pending = 0;
      if (!sign.equals(".") || !endsInitials()) {
        pieces.add(new Piece(sign, sign, pendingToken, Join.APART));
      }
    }

    private boolean endsInitials() {
      Piece last = pieces.get(pieces.size() - 1);
      return last.before() == Join.STOP && last.text().length() == 1;
    }

    private static int runEnd(String text, int start) {
      int first = text.codePointAt(start);
      int at = start + Character.charCount(first);
      if (!isAlphanumeric(first)) {
        return at;
      }
      boolean digits = Character.isDigit(first);
      while (at < text.length()) {
        int next = text.codePointAt(at);
        if (!isAlphanumeric(next) || Character.isDigit(next) != digits) {
          break;
        }
        at += Character.charCount(next);
      }
      return at;
    }

    private static boolean isAlphanumeric(int codePoint) {
      return Character.isLetterOrDigit(codePoint);
    }

    private static boolean isAddress(String text) {
      return text.contains("://") || text.startsWith("www.");
    }

    private static String plain(String word) {
      int at = 0;
      while (at < word.length() && word.charAt(at) < 0x80) {
        at++;
      }
      if (at == word.length()) {
        return word;
      }
      String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
      StringBuilder out = new StringBuilder(decomposed.length());
      decomposed
          .codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .map(c -> c == '\u2019' ? '\'' : c)
          .forEach(out::appendCodePoint);
      return out.toString();
    }
  }
}
