package io.newsledger.extraction;

import java.util.List;

/**
 * All that one article claims.
 *
 * @param movements in order of their quotes
 * @param figures in order of their quotes
 */
public record Extraction(List<Movement> movements, List<Figure> figures) {
  public Extraction {
    movements = List.copyOf(movements);
    figures = List.copyOf(figures);
  }
}
