package io.newsledger.benchmarks;

import io.newsledger.enrichment.ArticleTexts;
import io.newsledger.extraction.ArticleText;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.InputReader;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is read.
 *
 * @param words what they are, for the report
 * @param texts the articles
 */
record Articles(String words, List<ArticleText> texts) {
  private static final Instant UNDATED = Instant.parse("2026-01-01T00:00:00Z");

  Articles {
    texts = List.copyOf(texts);
  }

  /** Articles made up of sentences of our own. */
  static Articles written(int count) {
    int sentences = 40;
    return new Articles(
        count + " written by the benchmark, " + sentences + " sentences each",
        new WrittenArticles(count).write(count, sentences));
  }

  /**
   * The articles of a folder, those that cannot be read left out.
   *
   * @param most how many at most
   * @throws IllegalArgumentException if there are none
   */
  static Articles of(Path folder, int most) {
    List<ArticleText> texts = new ArrayList<>();
    InputReader reader = new InputReader(ArticleReader.withDefault(UNDATED));
    for (Input input :
        Inputs.of(List.of(folder.toString()), InputStream.nullInputStream()).inputs()) {
      if (texts.size() < most
          && reader.read(input).reading() instanceof Reading.Read read
          && read.article().getBody() != null) {
        texts.add(ArticleTexts.of(read.article()));
      }
    }
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("no article can be read in " + folder);
    }
    return new Articles(texts.size() + " of a folder of news", texts);
  }
}
