package io.newsledger.extraction.time;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.TextAnalyser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Measures the reader of dates against the English specifications of Microsoft's Recognizers-Text
 * (MIT), which are not part of this project: {@code -Drecognizers.specs=DIR}, the folder {@code
 * Specs/DateTime/English}. Of its cases those count that hold one date, or one period that is a
 * calendar year or month; what it calls relative weeks, times of day and sets is outside the
 * reader's task. A date without a year may be read forwards or backwards, as the suite has it.
 */
class RecognizersSpecsTest {
  private static final double LEAST_SHARE = 0.0;

  @Test
  void readsTheDatesOfThePublishedSuite() throws IOException {
    String folder = System.getProperty("recognizers.specs");
    assumeTrue(folder != null, "-Drecognizers.specs=DIR names no folder of specifications");
    JsonNode cases =
        new ObjectMapper()
            .readTree(
                Files.readString(Path.of(folder, "DateTimeModel.json")).replace("\ufeff", ""));
    TextAnalyser analyser = TextAnalyser.load();
    TemporalReader reader = TemporalReader.load();
    int counted = 0;
    int right = 0;
    for (JsonNode one : cases) {
      Set<String> expected = expected(one);
      if (expected.isEmpty()) {
        continue;
      }
      counted++;
      boolean read = isRead(one, expected, analyser, reader);
      right += read ? 1 : 0;
      if (!read && Boolean.getBoolean("recognizers.show")) {
        System.out.println(one.path("Input").asText() + "\t" + expected);
      }
    }
    double share = (double) right / counted;
    System.out.printf(
        Locale.ROOT, "Recognizers-Text: %d of %d dates right, %.3f%n", right, counted, share);
    assertTrue(counted > 100, counted + " cases of the kinds that are read");
    assertTrue(share >= LEAST_SHARE, right + " of " + counted);
  }

  /** The points that count as right; empty if the case is of another kind. */
  private static Set<String> expected(JsonNode one) {
    Set<String> points = new HashSet<>();
    JsonNode results = one.path("Results");
    String reference = one.path("Context").path("ReferenceDateTime").asText();
    if (results.size() != 1 || reference.length() < 10) {
      return points;
    }
    String type = results.get(0).path("TypeName").asText();
    for (JsonNode value : results.get(0).path("Resolution").path("values")) {
      String timex = value.path("timex").asText();
      if (type.equals("datetimeV2.date")) {
        points.add(value.path("value").asText());
      } else if (type.equals("datetimeV2.daterange") && timex.matches("[0-9X]{4}(-[0-9]{2})?")) {
        String start = value.path("start").asText();
        points.add(start.substring(0, Math.min(start.length(), timex.length())));
      }
    }
    points.removeIf(point -> !point.matches("[0-9]{4}(-[0-9]{2}){0,2}"));
    return points;
  }

  private static boolean isRead(
      JsonNode one, Set<String> expected, TextAnalyser analyser, TemporalReader reader) {
    LocalDate day =
        LocalDate.parse(one.path("Context").path("ReferenceDateTime").asText().substring(0, 10));
    String input = one.path("Input").asText();
    Document document = analyser.analyse(new ArticleText(null, input, day, null, null));
    for (Sentence sentence : document.sentences()) {
      for (TimeExpression time : reader.read(sentence, day)) {
        if (expected.contains(time.iso())) {
          return true;
        }
      }
    }
    return false;
  }
}
