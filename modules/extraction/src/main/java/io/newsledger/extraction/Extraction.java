package io.newsledger.extraction;

import io.newsledger.extraction.language.Languages;
import java.util.List;
import java.util.Objects;

/**
 * All that one article claims.
 *
 * @param language what it is written in, ISO 639-1; of what is not English nothing is read
 * @param movements in order of their quotes
 * @param figures in order of their quotes
 */
public record Extraction(String language, List<Movement> movements, List<Figure> figures) {
  public Extraction {
    Objects.requireNonNull(language, "language");
    movements = List.copyOf(movements);
    figures = List.copyOf(figures);
  }

  /** What an English article claims. */
  public Extraction(List<Movement> movements, List<Figure> figures) {
    this(Languages.ENGLISH, movements, figures);
  }

  /** Nothing: an article in another language. */
  static Extraction ofOtherLanguage(String language) {
    return new Extraction(language, List.of(), List.of());
  }

  /** Whether the article is in the language that is read. */
  public boolean isRead() {
    return language.equals(Languages.ENGLISH);
  }
}
