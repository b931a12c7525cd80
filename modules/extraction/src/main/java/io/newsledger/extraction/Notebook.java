package io.newsledger.extraction;

import io.newsledger.extraction.Explanation.Mention;
import io.newsledger.extraction.Explanation.Outcome;
import io.newsledger.extraction.Explanation.Passage;
import io.newsledger.extraction.Explanation.Step;
import io.newsledger.extraction.figure.Candidate;
import io.newsledger.extraction.movement.Trace;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down what the readers of one article tell. For one thread. */
final class Notebook implements Trace {
  /** Tokens of a sentence, both ends included. */
  private record Span(int first, int last) {}

  private final Document document;
  private final List<Map<Span, Mention>> mentions = new ArrayList<>();
  private final List<List<Step>> steps = new ArrayList<>();

  Notebook(Document document) {
    this.document = document;
    for (int i = 0; i < document.sentences().size(); i++) {
      mentions.add(new LinkedHashMap<>());
      steps.add(new ArrayList<>());
    }
  }

  /** Notes names of the reference data, one list for each sentence. */
  void entities(List<List<EntityMention>> found) {
    for (Sentence sentence : document.sentences()) {
      for (EntityMention mention : found.get(sentence.index())) {
        mentioned(sentence, mention.first(), mention.last(), meaning(mention));
      }
    }
  }

  private static String meaning(EntityMention mention) {
    boolean own = mention.name().equals(mention.organisation());
    return own ? mention.name() : mention.name() + " of " + mention.organisation();
  }

  @Override
  public void mentioned(Sentence sentence, int first, int last, String meaning) {
    // The reference data is heard first and says more than that an organisation is meant.
    mentions
        .get(sentence.index())
        .putIfAbsent(new Span(first, last), new Mention(words(sentence, first, last), meaning));
  }

  @Override
  public void fired(Sentence sentence, int first, int last, String frame) {
    step(sentence, Outcome.FIRED, frame, "“" + words(sentence, first, last) + "”");
  }

  @Override
  public void dropped(Sentence sentence, String frame, Reason reason) {
    step(sentence, Outcome.DROPPED, frame, words(reason));
  }

  @Override
  public void kept(
      Sentence sentence, String frame, String person, String from, String to, String why) {
    step(sentence, Outcome.KEPT, frame, words(person, from, to) + " (" + why + ")");
  }

  @Override
  public void doubted(
      Sentence sentence, String frame, String person, String from, String to, String why) {
    String what = "not believed: " + words(person, from, to) + " (" + why + ")";
    step(sentence, Outcome.DROPPED, frame, what);
  }

  private static String words(String person, String from, String to) {
    if (from != null && from.equals(to)) {
      return person + ", within " + from;
    }
    return person + (from == null ? "" : ", from " + from) + (to == null ? "" : ", to " + to);
  }

  /** A figure that the patterns propose was judged. */
  void judged(Candidate candidate, boolean kept, String why) {
    Figure figure = candidate.figure();
    Quote quote = figure.quote();
    String value = BigDecimal.valueOf(figure.value()).stripTrailingZeros().toPlainString();
    String what = String.join(" + ", figure.entities()) + ", " + value + " " + figure.unit();
    for (Sentence sentence : document.sentences()) {
      if (sentence.field() == quote.field() && sentence.start() == quote.start()) {
        Outcome outcome = kept ? Outcome.KEPT : Outcome.DROPPED;
        step(sentence, outcome, figure.metric().name(), what + " (" + why + ")");
        return;
      }
    }
  }

  private void step(Sentence sentence, Outcome outcome, String pattern, String detail) {
    steps.get(sentence.index()).add(new Step(outcome, pattern, detail));
  }

  private static String words(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String words(Sentence sentence, int first, int last) {
    int start = sentence.tokens().get(first).start();
    int end = sentence.tokens().get(last).end();
    return document.quote(sentence.field(), start, end).text();
  }

  Explanation explanation(Extraction extraction) {
    List<Passage> passages = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      passages.add(
          new Passage(
              sentence.field(),
              document.quote(sentence.field(), sentence.start(), sentence.end()).text(),
              List.copyOf(mentions.get(sentence.index()).values()),
              steps.get(sentence.index())));
    }
    return new Explanation(extraction, passages);
  }
}
