package io.newsledger.extraction;

import io.newsledger.extraction.figure.FigureReader;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.TextAnalyser;
import java.util.List;

/** Reads English news with the models, grammars and reference data of this module. */
public final class NewsExtractor implements Extractor {
  private final TextAnalyser analyser;
  private final Gazetteer gazetteer;
  private final FigureReader figures;
  private final String version;

  private NewsExtractor(TextAnalyser analyser, Gazetteer gazetteer, FigureReader figures) {
    this.analyser = analyser;
    this.gazetteer = gazetteer;
    this.figures = figures;
    this.version = ModuleVersion.read();
  }

  /**
   * Reads models, grammars and reference data from the class path; takes about a second.
   *
   * @throws IllegalStateException if one is missing or malformed
   */
  public static NewsExtractor load() {
    Gazetteer gazetteer = Gazetteer.load();
    return new NewsExtractor(TextAnalyser.load(), gazetteer, FigureReader.load(gazetteer));
  }

  @Override
  public Extraction read(ArticleText article) {
    Document document = analyser.analyse(article);
    List<List<EntityMention>> entities = gazetteer.find(document);
    return new Extraction(List.of(), figures.read(document, entities));
  }

  @Override
  public String version() {
    return version;
  }
}
