package io.newsledger.benchmarks.parts;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.extraction.language.Languages;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.TextAnalyser;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What happens to one article of forty sentences, of which five tell something, step by step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingParts {
  private static final int PARAGRAPHS = 5;
  private static final String TALK =
      "Nobody in the room seemed to doubt that the coming winter would be long. "
          + "Customers ask for fewer surprises rather than for more features. "
          + "Prices of memory went up again in the spring, which hurts those who did not buy early. "
          + "The hall was full, the questions were polite, and the answers were short. "
          + "What makes the difference is not the size of the network but the care for the data. "
          + "The new model writes better prose than the old one, its makers say. "
          + "Universities complain that they cannot pay what the firms across the street pay. ";
  private static final String TOLD =
      "Alma Abara has left Anthropic to join OpenAI, which now has 800 million weekly users.\n\n";

  private final ArticleText article =
      new ArticleText(
          "Notes from the industry",
          (TALK + TOLD).repeat(PARAGRAPHS),
          LocalDate.of(2026, 3, 5),
          "North Wire",
          "https://example.org/notes");
  private final Languages languages = Languages.load();
  private final TextAnalyser analyser = TextAnalyser.load();
  private final Gazetteer gazetteer = Gazetteer.load();
  private final NewsExtractor extractor = NewsExtractor.load();
  private final Document document = analyser.analyse(article);

  /** Whether it is English at all: the first gate. */
  @Benchmark
  public String language() {
    return languages.of(article.body());
  }

  /** Sentences and words; tags are made when somebody asks for those of a sentence. */
  @Benchmark
  public Document analyse() {
    return analyser.analyse(article);
  }

  /** The names of firms and products. */
  @Benchmark
  public List<List<EntityMention>> match() {
    return gazetteer.find(document);
  }

  /** All of it, gates, tags and judges included. */
  @Benchmark
  public Extraction read() {
    return extractor.read(article);
  }
}
