package io.newsledger.benchmarks;

import io.newsledger.extraction.ArticleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same articles as files, again and again, each time with addresses not known before. */
final class MarkdownRounds {
  private final List<ArticleText> texts;
  private final Path folder;
  private int round;

  MarkdownRounds(List<ArticleText> texts, Path folder) {
    this.texts = List.copyOf(texts);
    this.folder = folder;
  }

  /** Writes the files of the next round. */
  List<Path> next() throws IOException {
    round++;
    Path home = Files.createDirectories(folder.resolve("round-" + round));
    List<Path> files = new ArrayList<>(texts.size());
    for (ArticleText text : texts) {
      Path file = home.resolve(files.size() + ".md");
      files.add(Files.writeString(file, markdown(text, files.size())));
    }
    return files;
  }

  private String markdown(ArticleText text, int number) {
    return "---\ntitle: Article "
        + number
        + "\ndate: "
        + text.publishedAt()
        + "\nurl: https://example.org/"
        + round
        + "/"
        + number
        + "\n---\n"
        + text.body();
  }
}
