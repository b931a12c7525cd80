package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents name in the tree is there: classes, alerts, records, files and folders. */
final class NamesTest {
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+)`");
  private static final Pattern PLACE =
      Pattern.compile("(?<![\\w/.])((?:modules|scripts|deploy|schemas|samples)/[\\w./-]*\\w)");
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
  private static final int DEEPEST = 14;

  @Test
  void classesRecordsAndAlertsAreThere() throws IOException {
    Set<String> known = new HashSet<>();
    for (String folder : List.of("modules", "schemas")) {
      try (Stream<Path> files = Files.walk(Documents.ROOT.resolve(folder), DEEPEST)) {
        files
            .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
            .forEach(known::add);
      }
    }
    String rules = Files.readString(Documents.ROOT.resolve("deploy/prometheus/rules.yml"));
    ALERT.matcher(rules).results().map(alert -> alert.group(1)).forEach(known::add);
    assertNamed(CLASS, known::contains);
  }

  @Test
  void filesAndFoldersAreThere() throws IOException {
    assertNamed(PLACE, place -> Files.exists(Documents.ROOT.resolve(place)));
  }

  private static void assertNamed(Pattern pattern, Predicate<String> isThere) throws IOException {
    List<String> missing = new ArrayList<>();
    int names = 0;
    for (Path document : Documents.all()) {
      for (MatchResult name : pattern.matcher(Files.readString(document)).results().toList()) {
        names++;
        if (!isThere.test(name.group(1))) {
          missing.add(Documents.ROOT.relativize(document) + ": " + name.group(1));
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(names > 20, "only " + names + " names were found");
  }
}
