package io.newsledger.extraction.text;

import io.newsledger.extraction.phrase.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Knows the blocks of a page that are no part of its article: share bars, teasers, comments. */
final class Furniture {
  private static final int LONGEST_LINE = 90;
  private static final int LEAST_SPACES = 5;

  private final List<String> lines = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<String> tails = new ArrayList<>();
  private final List<String> anywhere = new ArrayList<>();

  private Furniture() {}

  static Furniture load() {
    Furniture furniture = new Furniture();
    for (List<String> row : Lines.columns(Furniture.class, "furniture.tsv")) {
      String words = row.get(1).toLowerCase(Locale.ROOT);
      switch (row.get(0)) {
        case "line" -> furniture.lines.add(words);
        case "label" -> furniture.labels.add(words);
        case "tail" -> furniture.tails.add(words);
        case "within" -> furniture.anywhere.add(words);
        default -> throw new IllegalStateException("furniture.tsv: no kind " + row.get(0));
      }
    }
    return furniture;
  }

  /** The blocks that belong to the article. */
  List<Block> drop(List<Block> blocks) {
    List<Block> kept = new ArrayList<>(blocks.size());
    int total = blocks.stream().mapToInt(b -> b.text().length()).sum();
    int read = 0;
    for (Block block : blocks) {
      String text = block.text().toLowerCase(Locale.ROOT);
      read += text.length();
      boolean late = 2 * read > total;
      if (late && text.length() <= LONGEST_LINE && begins(tails, text)) {
        break;
      }
      boolean line =
          text.length() <= LONGEST_LINE
              && (begins(lines, text) || (begins(labels, text) && !isSentence(text)));
      if (!line && anywhere.stream().noneMatch(text::contains)) {
        kept.add(block);
      }
    }
    return kept;
  }

  /** Whether a text is several words that end as sentences do. */
  private static boolean isSentence(String text) {
    char last = text.charAt(text.length() - 1);
    boolean ends = last == '.' || last == '!' || last == '?';
    return ends && text.chars().filter(c -> c == ' ').count() >= LEAST_SPACES;
  }

  private static boolean begins(List<String> phrases, String text) {
    for (String phrase : phrases) {
      boolean here = text.startsWith(phrase);
      if (here
          && (text.length() == phrase.length()
              || !Character.isLetterOrDigit(text.charAt(phrase.length())))) {
        return true;
      }
    }
    return false;
  }
}
