package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.number.NumberReader;
import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.people.People;
import io.newsledger.extraction.people.PeopleFinder;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.reference.Sector;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TemporalReader;
import io.newsledger.extraction.time.TimeExpression;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
  private final PeopleFinder people;
  private final Newcomers newcomers;
  private final NumberReader numbers;
  private final TemporalReader times;
  private final Cues cues;
  private final Metrics metrics;
  private final Pairing pairing;
  private final Owners owners;
  private final Reading reading;
  private final Set<String> bystanders;
  private final Map<String, Entity> known;
  private final FiscalDates fiscalDates = new FiscalDates(FiscalYears.load());
  private final Judge judge;
  private final DateJudge dates;

  private FigureReader(Gazetteer gazetteer, Cues cues) {
    this.gazetteer = gazetteer;
    this.people = PeopleFinder.load();
    this.newcomers = Newcomers.load();
    this.numbers = NumberReader.load();
    this.times = TemporalReader.load();
    this.cues = cues;
    this.metrics = Metrics.load();
    this.pairing = new Pairing(metrics, cues);
    this.owners = new Owners(cues);
    this.reading = new Reading(owners, new Certainty(cues), new Moments(), new Scopes(), cues);
    this.bystanders =
        gazetteer.entities().stream()
            .filter(e -> e.sector() != null && BYSTANDERS.contains(e.sector()))
            .map(Entity::name)
            .collect(Collectors.toUnmodifiableSet());
    this.known =
        gazetteer.entities().stream()
            .collect(Collectors.toUnmodifiableMap(Entity::name, e -> e, (a, b) -> a));
    this.judge = Judge.load();
    this.dates = DateJudge.load();
  }

  /** Reads the grammars. */
  public static FigureReader load(Gazetteer gazetteer) {
    return new FigureReader(gazetteer, Cues.load());
  }

  /**
   * Whether a sentence could hold a figure at all: digits, or words for large or partial numbers.
   */
  static boolean mayHoldFigure(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    for (String word : NUMBER_WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The figures of an article, in order of their quotes, each once. */
  public List<Figure> read(Document document) {
    List<List<EntityMention>> mentions = gazetteer.find(document);
    People persons = people.find(document, mentions);
    return read(document, mentions, persons, times.of(document), FigureTrace.NONE);
  }

  /**
   * As {@link #read(Document)}, where the mentions have been found already.
   *
   * @param mentions known entities, one list for each sentence
   * @param persons the article's persons
   * @param chronology the article's expressions of time
   * @param trace hears what becomes of each figure that the patterns propose
   */
  public List<Figure> read(
      Document document,
      List<List<EntityMention>> mentions,
      People persons,
      Chronology chronology,
      FigureTrace trace) {
    List<Candidate> proposed = candidates(document, mentions, persons, chronology);
    return Merger.merge(judge.choose(proposed, dates, trace));
  }

  /** The figures that the patterns propose in an article, in reading order, before the judge. */
  public List<Candidate> candidates(Document document) {
    List<List<EntityMention>> mentions = gazetteer.find(document);
    return candidates(document, mentions, people.find(document, mentions), times.of(document));
  }

  private List<Candidate> candidates(
      Document document,
      List<List<EntityMention>> mentions,
      People persons,
      Chronology chronology) {
    for (Sentence sentence : document.sentences()) {
      if (mayHoldFigure(sentence.text()) && metrics.mayStandIn(chronology.lexemes(sentence))) {
        List<List<EntityMention>> all = newcomers.with(document, mentions, persons);
        return new Article(document, all, chronology).read();
      }
    }
    return List.of();
  }

  /**
   * One article in work. What it speaks of is worked out only when a number asks for it: most
   * articles hold none.
   */
  private final class Article {
    private final Document document;
    private final List<List<EntityMention>> mentions;
    private final Chronology chronology;
    private final List<View> unheard = new ArrayList<>();
    private final Background background;
    private final Hearing hearing;
    private final Alternatives alternatives;
    private final Datings datings;
    private Focus focus = Focus.NONE;
    private Setting setting;

    Article(Document document, List<List<EntityMention>> mentions, Chronology chronology) {
      this.document = document;
      this.mentions = mentions;
      this.chronology = chronology;
      List<List<EntityMention>> told = document.sentences().stream().map(this::named).toList();
      this.background = new Background(document, told, known);
      this.hearing = new Hearing(background);
      this.alternatives = new Alternatives(owners, background);
      this.datings = new Datings(document, chronology, background);
    }

    List<Candidate> read() {
      List<Candidate> candidates = new ArrayList<>();
      List<Said> before = List.of();
      for (Sentence sentence : document.sentences()) {
        List<EntityMention> named = named(sentence);
        boolean numeric = mayHoldFigure(sentence.text());
        if (!numeric && named.isEmpty()) {
          continue;
        }
        List<Lexeme> lexemes = chronology.lexemes(sentence);
        Measure last = before.isEmpty() ? null : before.get(before.size() - 1).measure();
        boolean worthReading = numeric && (last != null || metrics.mayStandIn(lexemes));
        View view = worthReading ? view(sentence, lexemes, named) : bare(sentence, lexemes, named);
        List<Said> said = said(view, last, before);
        Quote quote = document.quote(sentence.field(), sentence.start(), sentence.end());
        for (Said first : said) {
          int place = candidates.isEmpty() ? 0 : candidates.get(candidates.size() - 1).place() + 1;
          List<Said> readings = new ArrayList<>(alternatives.of(view, first));
          if (!first.owning().isNobody()) {
            readings.add(0, first);
          }
          readings.replaceAll(one -> dated(view, one));
          for (Said one : readings) {
            Set<String> features = hearing.features(view, one);
            List<Dating> when = datings(view, one);
            one.figures(quote)
                .forEach(f -> candidates.add(new Candidate(f, features, place, when)));
          }
        }
        List<Said> owned =
            said.stream().filter(s -> !s.owning().isNobody()).map(s -> dated(view, s)).toList();
        owned.forEach(one -> datings.heard(view, one));
        before = owned.isEmpty() ? before : owned;
        unheard.add(view);
      }
      return candidates;
    }

    private List<EntityMention> named(Sentence sentence) {
      List<EntityMention> all = mentions.get(sentence.index());
      return all.isEmpty()
          ? all
          : all.stream().filter(m -> !bystanders.contains(m.organisation())).toList();
    }

    private View view(Sentence sentence, List<Lexeme> lexemes, List<EntityMention> named) {
      List<Quantity> quantities = numbers.read(lexemes);
      List<TimeExpression> when = quantities.isEmpty() ? List.of() : chronology.times(sentence);
      return new View(sentence, lexemes, when, quantities, named);
    }

    /** The sentence without its numbers: enough to know whom it speaks of. */
    private View bare(Sentence sentence, List<Lexeme> lexemes, List<EntityMention> named) {
      return new View(sentence, lexemes, List.of(), List.of(), named);
    }

    private List<Said> said(View view, Measure last, List<Said> before) {
      if (view.quantities().isEmpty() || cues.within(Cue.HARM, view.lexemes(), 0, view.size())) {
        return List.of();
      }
      List<Measure> measures = pairing.measures(view, last);
      if (measures.isEmpty()) {
        return List.of();
      }
      if (setting == null) {
        setting = Setting.of(document, chronology, cues);
      }
      hear();
      return reading.read(view, measures, focus, before, setting);
    }

    private Said dated(View view, Said said) {
      String owner = said.entities().get(0);
      String firm = firm(owner);
      boolean main = owner.equals(background.main()) || firm.equals(background.main());
      return fiscalDates.date(view, said, firm, main, setting);
    }

    private List<Dating> datings(View view, Said said) {
      YearMonth now = YearMonth.from(setting.published());
      String firm = firm(said.entities().get(0));
      YearMonth quarter = fiscalDates.latest(firm, now);
      return datings.of(view, said, setting, quarter, fiscalDates.latestYear(firm, now));
    }

    private String firm(String name) {
      Entity entity = known.get(name);
      return entity == null || entity.organisation() == null ? name : entity.organisation();
    }

    /** Brings what is spoken of up to the sentence. */
    private void hear() {
      for (View view : unheard) {
        List<Mention> subject = owners.subject(view);
        List<Mention> others = view.mentions().stream().filter(m -> !subject.contains(m)).toList();
        focus = focus.on(subject, others).naming(Subjects.names(view.mentions()));
      }
      unheard.clear();
    }
  }
}
