package io.newsledger.extraction;

import io.newsledger.extraction.figure.Candidate;
import io.newsledger.extraction.figure.FigureReader;
import io.newsledger.extraction.figure.FigureTrace;
import io.newsledger.extraction.language.Languages;
import io.newsledger.extraction.movement.HeardEnd;
import io.newsledger.extraction.movement.MovementReader;
import io.newsledger.extraction.movement.Trace;
import io.newsledger.extraction.people.People;
import io.newsledger.extraction.people.PeopleFinder;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.table.TableReader;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.TextAnalyser;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TemporalReader;
import java.util.List;

/** Reads English news with the models, grammars and reference data of this module. */
public final class NewsExtractor implements Extractor {
  private final Languages languages;
  private final TextAnalyser analyser;
  private final Gazetteer gazetteer;
  private final PeopleFinder people;
  private final TemporalReader times;
  private final MovementReader movements;
  private final FigureReader figures;
  private final TableReader tables;
  private final String version;

  private NewsExtractor(Gazetteer gazetteer) {
    this.languages = Languages.load();
    this.gazetteer = gazetteer;
    this.people = PeopleFinder.load();
    this.times = TemporalReader.load();
    this.movements = MovementReader.load(gazetteer);
    this.figures = FigureReader.load(gazetteer);
    this.tables = new TableReader(gazetteer);
    this.analyser = TextAnalyser.load();
    this.version = ModuleVersion.read();
  }

  /**
   * Reads models, grammars and reference data from the class path; takes about a second.
   *
   * @throws IllegalStateException if one is missing or malformed
   */
  public static NewsExtractor load() {
    return new NewsExtractor(Gazetteer.load());
  }

  @Override
  public Extraction read(ArticleText article) {
    if (TableReader.isTable(article)) {
      return tables.read(article);
    }
    String language = languages.of(article.body());
    if (!language.equals(Languages.ENGLISH)) {
      return Extraction.ofOtherLanguage(language);
    }
    Document document = analyser.analyse(article);
    List<List<EntityMention>> entities = gazetteer.find(document);
    People persons = people.find(document, entities);
    Chronology chronology = times.of(document);
    return new Extraction(
        movements.read(document, entities, persons, chronology, Trace.NONE),
        figures.read(document, entities, persons, chronology, FigureTrace.NONE));
  }

  /** Reads one article as {@link #read} does, and tells how. */
  public Explanation explain(ArticleText article) {
    String language = languages.of(article.body());
    if (!language.equals(Languages.ENGLISH)) {
      return new Explanation(Extraction.ofOtherLanguage(language), List.of());
    }
    Document document = analyser.analyse(article);
    Notebook notebook = new Notebook(document);
    List<List<EntityMention>> entities = gazetteer.find(document);
    notebook.entities(entities);
    People persons = people.find(document, entities);
    Chronology chronology = times.of(document);
    return notebook.explanation(
        new Extraction(
            movements.read(document, entities, persons, chronology, notebook),
            figures.read(document, entities, persons, chronology, notebook::judged)));
  }

  /** What is put before the judge of movements in one article, for its training. */
  public List<HeardEnd> hear(ArticleText article) {
    Document document = analyser.analyse(article);
    List<List<EntityMention>> entities = gazetteer.find(document);
    People persons = people.find(document, entities);
    return movements.hear(document, entities, persons, times.of(document));
  }

  /** The figures that the patterns propose in an article, before the judge, to learn from. */
  public List<Candidate> figures(ArticleText article) {
    return figures.candidates(analyser.analyse(article));
  }

  @Override
  public String version() {
    return version;
  }
}
