package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Movement;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.people.People;
import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.reference.Sector;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TemporalReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the movements of people in an article. Immutable; the same article gives the same
 * movements.
 */
public final class MovementReader {
  private final Words words;
  private final Triggers triggers;
  private final Tags tags;
  private final Stage stage;
  private final TemporalReader times;
  private final Judge judge;
  private final Map<String, Sector> sectors;

  private MovementReader(Gazetteer gazetteer) {
    words = Words.load();
    Frames frames = Frames.load();
    triggers = new Triggers(frames, words);
    tags = new Tags(frames, words);
    stage = Stage.load();
    times = TemporalReader.load();
    judge = Judge.load();
    sectors = Organisations.sectors(gazetteer);
  }

  /**
   * Reads frames and word lists.
   *
   * @throws IllegalStateException if one is missing or malformed
   */
  public static MovementReader load(Gazetteer gazetteer) {
    return new MovementReader(gazetteer);
  }

  /**
   * The movements of an article, in order of their quotes.
   *
   * @param entities known organisations and products, one list for each sentence
   * @param people persons and their mentions
   */
  public List<Movement> read(Document document, List<List<EntityMention>> entities, People people) {
    return read(document, entities, people, times.of(document), Trace.NONE);
  }

  /**
   * As {@link #read(Document, List, People)}, where expressions of time are shared with others.
   *
   * @param chronology the article's expressions of time
   * @param trace hears what is found on the way
   */
  public List<Movement> read(
      Document document,
      List<List<EntityMention>> entities,
      People people,
      Chronology chronology,
      Trace trace) {
    List<Candidate> kept =
        judge.keep(candidates(document, entities, people, chronology, trace), document, trace);
    List<Movement> movements = new ArrayList<>();
    for (List<Candidate> step : Merger.merge(kept)) {
      movements.add(movement(document, step));
    }
    movements.sort(
        Comparator.<Movement, Quote.Field>comparing(m -> m.quote().field())
            .thenComparing(m -> m.quote().start())
            .thenComparing(Movement::person));
    return List.copyOf(movements);
  }

  /**
   * What is put before the judge of an article: every end of every candidate, whatever becomes of
   * it.
   */
  public List<HeardEnd> hear(
      Document document, List<List<EntityMention>> entities, People people, Chronology chronology) {
    return Cases.of(candidates(document, entities, people, chronology, Trace.NONE)).stream()
        .map(Cases.Case::heard)
        .toList();
  }

  private List<Candidate> candidates(
      Document document,
      List<List<EntityMention>> entities,
      People people,
      Chronology chronology,
      Trace trace) {
    if (people.persons().isEmpty() && trace == Trace.NONE) {
      return List.of();
    }
    Organisations organisations = new Organisations(words, sectors, document, entities, people);
    List<View> views = views(document, organisations, people, chronology);
    Affiliations affiliations = new Affiliations(words);
    views.forEach(affiliations::add);
    Discourse discourse = new Discourse(views);
    Hearing hearing = new Hearing(views, words, affiliations, organisations);
    List<Candidate> candidates = new ArrayList<>();
    for (View view : views) {
      tell(view, trace);
      List<Trigger> found = triggers.find(view);
      if (found.isEmpty() || Teasers.isTeaser(document, view.sentence())) {
        continue;
      }
      candidates.addAll(
          new Binder(
                  view,
                  words,
                  triggers,
                  found,
                  stage,
                  affiliations,
                  organisations,
                  discourse,
                  hearing,
                  trace)
              .bind());
    }
    return candidates;
  }

  private static void tell(View view, Trace trace) {
    view.persons()
        .forEach(p -> trace.mentioned(view.sentence(), p.first(), p.last(), p.person().name()));
    view.orgs()
        .forEach(o -> trace.mentioned(view.sentence(), o.first(), o.last(), o.organisation()));
  }

  private List<View> views(
      Document document, Organisations organisations, People people, Chronology chronology) {
    List<View> views = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<PersonMention> persons = organisations.persons(sentence, people);
      views.add(
          new View(
              sentence,
              persons,
              organisations.in(sentence, persons),
              () -> chronology.times(sentence),
              tags));
    }
    return views;
  }

  private static Movement movement(Document document, List<Candidate> step) {
    Candidate best =
        step.stream().max(Comparator.comparingInt(MovementReader::weight)).orElseThrow();
    Sentence sentence = document.sentences().get(best.sentence());
    String published = document.article().publishedAt().toString();
    String date =
        step.stream()
            .filter(c -> c.date() != null)
            .max(
                Comparator.<Candidate, Boolean>comparing(c -> c.date().compareTo(published) > 0)
                    .thenComparing(c -> c.to() != null)
                    .thenComparing(c -> c.date().length()))
            .map(Candidate::date)
            .orElse(null);
    if (date == null && !step.stream().allMatch(Candidate::background)) {
      date = YearMonth.from(document.article().publishedAt()).toString();
    }
    return new Movement(
        best.person().name(),
        best.person().aliases(),
        Merger.from(step),
        Merger.to(step),
        first(step.stream().map(Candidate::unit).toList()),
        first(step.stream().map(Candidate::role).toList()),
        date,
        modality(step),
        document.quote(sentence.field(), sentence.start(), sentence.end()));
  }

  private static int weight(Candidate c) {
    return (c.from() != null ? 2 : 0) + (c.to() != null ? 2 : 0) + (c.date() != null ? 1 : 0);
  }

  private static String first(List<String> values) {
    return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Modality modality(List<Candidate> step) {
    return step.stream()
        .map(Candidate::modality)
        .min(Comparator.naturalOrder())
        .orElse(Modality.REPORTED);
  }
}
