package io.newsledger.app.command;

import io.newsledger.enrichment.ArticleTexts;
import io.newsledger.extraction.ArticleText;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.InputReader;
import io.newsledger.producer.reading.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and reads the articles that annotations are about. */
final class GoldArticles {
  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".txt");

  private final List<Path> folders;
  private final InputReader reader;

  /**
   * Looks for articles in folders.
   *
   * @param folders not empty; the first that has an article of the name gives it
   */
  GoldArticles(List<Path> folders, InputReader reader) {
    this.folders = List.copyOf(folders);
    this.reader = reader;
  }

  /**
   * An article, or why there is none.
   *
   * @param text null if it cannot be had, or has no body
   * @param refusal why it cannot be had, else null
   */
  record Found(ArticleText text, String refusal) {}

  /** Reads the article of an annotation's file. */
  Found read(String name) {
    Optional<Path> file =
        folders.stream()
            .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
            .filter(Files::exists)
            .findFirst();
    if (file.isEmpty()) {
      return new Found(null, "there is no " + folders.get(0).resolve(name + ENDINGS.get(0)));
    }
    Reading reading = reader.read(Input.file(file.get())).reading();
    if (reading instanceof Reading.Refused refused) {
      return new Found(null, file.get() + ": " + refused.detail());
    }
    return new Found(
        Optional.of(((Reading.Read) reading).article())
            .filter(article -> article.getBody() != null)
            .map(ArticleTexts::of)
            .orElse(null),
        null);
  }
}
