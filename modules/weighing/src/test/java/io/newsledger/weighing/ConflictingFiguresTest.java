package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsledger.events.MarketClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rule for figures on claims that people made: the population data of the public repository
 * totucuong/spectrum, numbers of inhabitants as many editors gave them, with some of the truths. It
 * is no part of this project; with a copy at hand:
 *
 * <pre>mvn -pl modules/weighing test -Dtest=ConflictingFiguresTest -Dpopulation=FOLDER</pre>
 */
class ConflictingFiguresTest {
  private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

  @Test
  void theRuleIsRightMoreOftenThanAVote() throws IOException {
    String folder = System.getProperty("population");
    assumeTrue(folder != null, "no folder given");
    Map<String, List<MarketClaim>> claims = new TreeMap<>();
    for (List<String> row : rows(Path.of(folder, "population_claims.csv"))) {
      List<MarketClaim> item = claims.computeIfAbsent(item(row), i -> new ArrayList<>());
      item.add(claim(row, item.size()));
    }
    int known = 0;
    int right = 0;
    int vote = 0;
    for (List<String> row : rows(Path.of(folder, "population_truth.csv"))) {
      List<MarketClaim> item = claims.get(item(row));
      if (item != null) {
        double truth = Double.parseDouble(row.get(2));
        known++;
        right += near(agreed(item), truth) ? 1 : 0;
        vote += near(mostTold(item), truth) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d truths: the rule is right within 1 %% for %.1f %%, a vote for %.1f %%%n",
        known,
        100.0 * right / known,
        100.0 * vote / known);
    assertTrue(right >= vote, right + " right, " + vote + " by vote");
  }

  private static MarketClaim claim(List<String> row, int number) {
    return ClaimSets.market(item(row) + " " + number, "2010-01-01")
        .setEntities(List.of(row.get(0)))
        .setAsOf(row.get(1).substring(row.get(1).length() - 4))
        .setValue(Double.parseDouble(row.get(2)))
        .setSource(row.get(3))
        .build();
  }

  private static String item(List<String> row) {
    return row.get(0) + "|" + row.get(1);
  }

  private static double agreed(List<MarketClaim> item) {
    return PointFold.fold(PointKey.of(item.get(0)), item).get("").getValue();
  }

  /** The number that most editors give; of equals the first told. */
  private static double mostTold(List<MarketClaim> item) {
    Map<Double, Integer> votes = new HashMap<>();
    item.forEach(claim -> votes.merge(claim.getValue(), 1, Integer::sum));
    double most = item.get(0).getValue();
    for (MarketClaim claim : item) {
      if (votes.get(claim.getValue()) > votes.get(most)) {
        most = claim.getValue();
      }
    }
    return most;
  }

  private static boolean near(double value, double truth) {
    return Math.abs(value - truth) <= 0.01 * Math.abs(truth);
  }

  /** The rows of a file of quoted fields, without its header. */
  private static List<List<String>> rows(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(
              line -> {
                List<String> fields = new ArrayList<>();
                Matcher field = FIELD.matcher(line);
                while (field.find()) {
                  fields.add(field.group(1));
                }
                return List.copyOf(fields);
              })
          .toList();
    }
  }
}
