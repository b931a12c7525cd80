package io.newsledger.extraction;

/** Reads articles. Implementations are pure and safe for use by several threads. */
public interface Extractor {
  /** Reads one article. The same article gives an equal result on any machine, at any time. */
  Extraction read(ArticleText article);

  /**
   * Changes whenever the same article could be read differently: code, models or reference data.
   */
  String version();
}
