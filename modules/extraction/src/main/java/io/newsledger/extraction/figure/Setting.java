package io.newsledger.extraction.figure;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TimeExpression;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What holds for all of an article.
 *
 * @param published day of publication
 * @param quarter last month of the quarter whose results it reports, or null
 * @param results whether it is a report of a quarter's results: it tells of them at once
 */
record Setting(LocalDate published, String quarter, boolean results) {
  private static final int LONGEST_AGO = 6;
  private static final int EARLY = 8;

  static Setting of(Document document, Chronology chronology, Cues cues) {
    LocalDate published = document.article().publishedAt();
    YearMonth now = YearMonth.from(published);
    for (Sentence sentence : document.sentences()) {
      if (!sentence.text().contains("uarter")) {
        continue;
      }
      List<Lexeme> lexemes = chronology.lexemes(sentence);
      if (!cues.within(Cue.RESULTS, lexemes, 0, lexemes.size())) {
        continue;
      }
      for (TimeExpression time : chronology.times(sentence)) {
        if (time.kind() == TimeExpression.Kind.QUARTER && time.iso() != null) {
          YearMonth end = YearMonth.parse(time.iso().substring(0, 7));
          if (!end.isAfter(now) && !end.isBefore(now.minusMonths(LONGEST_AGO))) {
            return new Setting(published, end.toString(), sentence.index() <= EARLY);
          }
        }
      }
    }
    return new Setting(published, null, false);
  }
}
