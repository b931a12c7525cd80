package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A sentence with all that is known of it, in one coordinate system: indexes of lexemes. */
final class View {
  /** Letters that carry no meaning of their own between words. */
  private static final Set<String> DECORATION =
      Set.of("[", "]", "*", "_", "\"", "'", "`", "s", "-", "~", ")", "(");

  /**
   * A stretch that says when.
   *
   * @param first index of the first lexeme
   * @param end behind the last lexeme
   */
  record When(int first, int end, TimeExpression time) {}

  private final Sentence sentence;
  private final List<Lexeme> lexemes;
  private final List<When> times;
  private final List<Quantity> quantities;
  private final List<Mention> mentions;

  View(
      Sentence sentence,
      List<Lexeme> lexemes,
      List<TimeExpression> times,
      List<Quantity> quantities,
      List<EntityMention> mentions) {
    this.sentence = sentence;
    this.lexemes = lexemes;
    this.times = times.stream().map(this::when).toList();
    this.quantities = quantities.stream().filter(q -> !isDate(q)).toList();
    this.mentions = mentions.stream().map(this::mention).toList();
  }

  private When when(TimeExpression time) {
    return new When(firstLexeme(time.firstToken()), endLexeme(time.lastToken()), time);
  }

  private Mention mention(EntityMention m) {
    return new Mention(
        m.name(), m.kind(), m.organisation(), firstLexeme(m.first()), endLexeme(m.last()));
  }

  private boolean isDate(Quantity quantity) {
    return quantity.unit().equals(Quantity.COUNT)
        && times.stream().anyMatch(w -> w.first < quantity.end() && quantity.first() < w.end);
  }

  private int firstLexeme(int token) {
    int low = 0;
    int high = lexemes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lexemes.get(middle).token() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int endLexeme(int token) {
    return firstLexeme(token + 1);
  }

  Sentence sentence() {
    return sentence;
  }

  List<Lexeme> lexemes() {
    return lexemes;
  }

  List<When> times() {
    return times;
  }

  List<Quantity> quantities() {
    return quantities;
  }

  List<Mention> mentions() {
    return mentions;
  }

  int size() {
    return lexemes.size();
  }

  /** Part of speech at a place; empty outside. */
  String tag(int at) {
    if (at < 0 || at >= lexemes.size()) {
      return "";
    }
    return sentence.tokens().get(lexemes.get(at).token()).tag();
  }

  /** Word at a place in lower case; empty outside. */
  String key(int at) {
    return at < 0 || at >= lexemes.size() ? "" : lexemes.get(at).key();
  }

  boolean isDecoration(int at) {
    return DECORATION.contains(key(at));
  }

  boolean isVerb(int at) {
    return tag(at).equals("VERB") || tag(at).equals("AUX");
  }

  boolean isNoun(int at) {
    return tag(at).equals("NOUN") || tag(at).equals("PROPN");
  }

  /** The mention that covers a place. */
  Optional<Mention> mentionAt(int at) {
    return mentions.stream().filter(m -> m.first() <= at && at < m.end()).findFirst();
  }

  /** The expression of time that covers a place. */
  Optional<When> timeAt(int at) {
    return times.stream().filter(w -> w.first <= at && at < w.end).findFirst();
  }

  /** The quantity that covers a place. */
  Optional<Quantity> quantityAt(int at) {
    return quantities.stream().filter(q -> q.first() <= at && at < q.end()).findFirst();
  }

  /** Whether one of these words stands within [from, to). */
  boolean hasWord(Set<String> words, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, size()); at++) {
      if (words.contains(key(at))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Behind the last word of a sentence part that begins at a place: the next comma, sign or end.
   */
  int endOfPart(int from, Set<String> stops) {
    int at = from;
    while (at < size() && !stops.contains(key(at))) {
      at++;
    }
    return at;
  }

  /** Original characters of a stretch. */
  String words(int first, int end) {
    List<String> parts = new ArrayList<>();
    int offset = sentence.start();
    if (first < end) {
      parts.add(
          sentence
              .text()
              .substring(lexemes.get(first).start() - offset, lexemes.get(end - 1).end() - offset));
    }
    return String.join(" ", parts);
  }
}
