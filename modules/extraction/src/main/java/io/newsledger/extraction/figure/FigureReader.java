package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.number.NumberReader;
import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lexemes;
import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.reference.Sector;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.TemporalReader;
import io.newsledger.extraction.time.TimeExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the market figures of an article. Immutable; the same article gives the same figures. */
public final class FigureReader {
  private static final Set<Sector> BYSTANDERS =
      EnumSet.of(Sector.MEDIA, Sector.INVESTOR, Sector.GOVERNMENT, Sector.UNIVERSITY);
  private static final List<String> NUMBER_WORDS =
      List.of(
          "illion",
          "percent",
          "per cent",
          "half",
          "third",
          "quarter",
          "thousand",
          "hundred",
          " out of ");

  private final Gazetteer gazetteer;
  private final NumberReader numbers;
  private final TemporalReader times;
  private final Cues cues;
  private final Pairing pairing;
  private final Owners owners;
  private final Reading reading;
  private final Set<String> bystanders;

  private FigureReader(Gazetteer gazetteer, Cues cues) {
    this.gazetteer = gazetteer;
    this.numbers = NumberReader.load();
    this.times = TemporalReader.load();
    this.cues = cues;
    this.pairing = new Pairing(Metrics.load(), cues);
    this.owners = new Owners(cues);
    this.reading = new Reading(owners, new Certainty(cues), new Moments(), new Scopes(), cues);
    this.bystanders =
        gazetteer.entities().stream()
            .filter(e -> e.sector() != null && BYSTANDERS.contains(e.sector()))
            .map(Entity::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads the grammars. */
  public static FigureReader load(Gazetteer gazetteer) {
    return new FigureReader(gazetteer, Cues.load());
  }

  /**
   * Whether a sentence could hold a figure at all: digits, or words for large or partial numbers.
   * Sentences that could not need no part-of-speech tags.
   */
  public static boolean mayHoldFigure(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return NUMBER_WORDS.stream().anyMatch(text::contains);
  }

  /** The figures of an article, in order of their quotes, each once. */
  public List<Figure> read(Document document) {
    return read(document, gazetteer.find(document));
  }

  /**
   * As {@link #read(Document)}, where the mentions have been found already.
   *
   * @param mentions known entities, one list for each sentence
   */
  public List<Figure> read(Document document, List<List<EntityMention>> mentions) {
    Setting setting = Setting.of(document, times, cues);
    LocalDate published = setting.published();
    List<Figure> figures = new ArrayList<>();
    Focus focus = Focus.NONE;
    List<Said> before = List.of();
    for (Sentence sentence : document.sentences()) {
      List<EntityMention> named =
          mentions.get(sentence.index()).stream()
              .filter(m -> !bystanders.contains(m.organisation()))
              .toList();
      boolean numeric = mayHoldFigure(sentence.text());
      if (!numeric && named.isEmpty()) {
        continue;
      }
      List<Lexeme> lexemes = Lexemes.of(sentence);
      List<TimeExpression> when = numeric ? times.read(lexemes, published) : List.of();
      List<Quantity> quantities = numeric ? numbers.read(lexemes) : List.of();
      View view = new View(sentence, lexemes, when, quantities, named);
      if (!view.quantities().isEmpty() && !cues.within(Cue.HARM, lexemes, 0, view.size())) {
        Measure last = before.isEmpty() ? null : before.get(before.size() - 1).measure();
        List<Measure> measures = pairing.measures(view, last);
        List<Said> said = reading.read(view, measures, focus, before, setting);
        Quote quote = document.quote(sentence.field(), sentence.start(), sentence.end());
        said.forEach(s -> figures.addAll(s.figures(quote)));
        before = said.isEmpty() ? before : said;
      }
      List<Mention> subject = owners.subject(view);
      List<Mention> others = view.mentions().stream().filter(m -> !subject.contains(m)).toList();
      focus = focus.on(subject, others);
    }
    return Merger.merge(figures);
  }
}
