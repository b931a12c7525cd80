package io.newsledger.extraction.time;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lexemes;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.util.List;

/**
 * The expressions of time of one article, each sentence read when it is first asked for and once
 * only. Serves one thread.
 */
public final class Chronology {
  private final Document document;
  private final TemporalReader reader;
  private final List<Lexeme>[] lexemes;
  private final List<TimeExpression>[] times;

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of lists
  Chronology(Document document, TemporalReader reader) {
    this.document = document;
    this.reader = reader;
    this.lexemes = new List[document.sentences().size()];
    this.times = new List[document.sentences().size()];
  }

  /** The lexemes of a sentence of the article. */
  public List<Lexeme> lexemes(Sentence sentence) {
    int at = sentence.index();
    if (lexemes[at] == null) {
      lexemes[at] = Lexemes.of(sentence);
    }
    return lexemes[at];
  }

  /** The expressions of a sentence of the article, in order, none overlapping another. */
  public List<TimeExpression> times(Sentence sentence) {
    int at = sentence.index();
    if (times[at] == null) {
      times[at] = reader.read(lexemes(sentence), document.article().publishedAt());
    }
    return times[at];
  }
}
