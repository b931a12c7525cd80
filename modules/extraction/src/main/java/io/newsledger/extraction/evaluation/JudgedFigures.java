package io.newsledger.extraction.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads which figures of articles were judged, a line each, tab-separated: article, entities joined
 * by {@code +}, metric, value, unit, and {@code right} or {@code wrong}.
 */
public final class JudgedFigures {
  private static final int COLUMNS = 6;

  private JudgedFigures() {}

  /**
   * What is known of each article's figures, by the article's name, in order of appearance. Empty
   * lines and those that begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException if a line has another form; the message says which
   */
  public static Map<String, GoldFigures> read(List<String> lines) {
    Map<String, List<Annotation.Amount>> right = new LinkedHashMap<>();
    Map<String, List<Annotation.Amount>> wrong = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      boolean isRight = line.endsWith("\tright");
      if (columns.length != COLUMNS || !(isRight || line.endsWith("\twrong"))) {
        throw new IllegalArgumentException("line " + (i + 1) + " is no judged figure: " + line);
      }
      right.computeIfAbsent(columns[0], k -> new ArrayList<>());
      wrong.computeIfAbsent(columns[0], k -> new ArrayList<>());
      (isRight ? right : wrong).get(columns[0]).add(figure(columns, i + 1));
    }
    Map<String, GoldFigures> judged = new LinkedHashMap<>();
    right.forEach(
        (article, figures) -> judged.put(article, GoldFigures.judged(figures, wrong.get(article))));
    return judged;
  }

  private static Annotation.Amount figure(String[] columns, int line) {
    try {
      return new Annotation.Amount(
          List.of(columns[1].split("\\+", -1)),
          columns[2],
          Double.parseDouble(columns[3]),
          columns[4],
          null,
          null,
          false);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line " + line + " has no value: " + columns[3], e);
    }
  }
}
