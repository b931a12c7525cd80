package io.newsledger.enrichment;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Movement;
import io.newsledger.extraction.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads title and body line by line: "Ada Vale left Northlab", "Orbit has 5 users"; all else says
 * nothing, but for "unreadable", on which it fails, and "bottomless", on which its stack overflows.
 *
 * @param version its version
 * @param blind text of lines that it does not understand
 */
record LineExtractor(String version, String blind) implements Extractor {
  private static final Pattern LEFT = Pattern.compile("(.+) left (.+)");
  private static final Pattern DEEP = Pattern.compile("(?:a|b)*");
  private static final Pattern USERS = Pattern.compile("(.+) has (\\d+) users");

  LineExtractor(String version) {
    this(version, "\n");
  }

  @Override
  public Extraction read(ArticleText article) {
    List<Movement> movements = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    if (article.title() != null) {
      read(Quote.Field.TITLE, article.title(), movements, figures);
    }
    read(Quote.Field.BODY, article.body(), movements, figures);
    return new Extraction(movements, figures);
  }

  private void read(
      Quote.Field field, String text, List<Movement> movements, List<Figure> figures) {
    int start = 0;
    for (String line : text.split("\n", -1)) {
      Quote quote = new Quote(field, start, start + line.length(), line);
      Matcher left = LEFT.matcher(line);
      Matcher users = USERS.matcher(line);
      if (line.equals("unreadable")) {
        throw new IllegalArgumentException("a line that nobody can read");
      } else if (line.equals("bottomless")) {
        // As careless expressions do: a frame of the stack for each letter.
        if (DEEP.matcher("ab".repeat(1_000_000)).matches()) {
          throw new AssertionError("the stack of this Java has no end");
        }
      } else if (line.contains(blind)) {
        // not understood
      } else if (left.matches()) {
        movements.add(movement(left, quote));
      } else if (users.matches()) {
        figures.add(figure(users, quote));
      }
      start += line.length() + 1;
    }
  }

  private static Movement movement(Matcher left, Quote quote) {
    return new Movement(
        left.group(1), List.of(), left.group(2), null, null, null, null, Modality.REPORTED, quote);
  }

  private static Figure figure(Matcher users, Quote quote) {
    return new Figure(
        List.of(users.group(1)),
        Metric.USERS,
        null,
        Double.parseDouble(users.group(2)),
        "COUNT",
        Bound.EXACT,
        null,
        Modality.REPORTED,
        quote);
  }
}
