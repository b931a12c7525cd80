package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.extraction.evaluation.Annotation;
import io.newsledger.extraction.evaluation.AnnotationJson;
import io.newsledger.extraction.evaluation.Evaluation;
import io.newsledger.producer.input.InputReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures reading against gold. */
@Command(
    name = "evaluate",
    description = {
      "Compare what is read in articles with what careful readers say is in them, and print"
          + " precision, recall and F1 of movements (by their ends) and of figures, and every"
          + " error.",
      "The gold is a folder with one file for each article, NAME.json, fields as extract prints"
          + " them; an entry with \"optional\": true is a border case that counts for nothing. The"
          + " article itself is NAME.md beside it, or in the folder of --articles.",
      "An article that is missing or cannot be read is told on standard error and counts for"
          + " nothing; the exit code is 1 then."
    })
public final class EvaluateCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private PublishedOption published;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the gold.")
  private Path gold;

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description = "Folder of the articles; default: that of the gold.")
  private Path articles;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = {
        "Compare these instead of reading the articles: one JSON object a line, as extract prints"
            + " them. An article that has no line counts as one in which nothing was found."
      })
  private Path predictions;

  @Option(names = "--no-errors", description = "Print the table alone, without the list of errors.")
  private boolean noErrors;

  public EvaluateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<GoldFolder.Entry> entries = new GoldFolder(gold).read();
    Evaluation evaluation = new Evaluation();
    int unread = 0;
    if (predictions == null) {
      unread = read(entries, evaluation);
    } else {
      compare(entries, predictions(), evaluation);
    }
    spec.commandLine().getOut().print(EvaluationText.of(evaluation, !noErrors));
    spec.commandLine().getOut().flush();
    if (unread > 0) {
      context
          .progress()
          .say(
              "left out: " + unread + " of " + entries.size() + " articles, for the reasons above");
    }
    return unread == 0 ? 0 : 1;
  }

  /** Compares with what the extractor reads; returns how many articles could not be read. */
  private int read(List<GoldFolder.Entry> entries, Evaluation evaluation)
      throws InterruptedException {
    Extractor extractor = NewsExtractor.load();
    GoldArticles reader =
        new GoldArticles(
            List.of(articles == null ? gold : articles), new InputReader(published.reader()));
    int[] unread = {0};
    OrderedWork.onAllProcessors()
        .run(
            entries.iterator(),
            entry -> read(entry, reader, extractor),
            found -> {
              if (found.refusal() == null) {
                evaluation.compare(found.gold(), found.annotation());
              } else {
                unread[0]++;
                context.progress().say("left out: " + found.refusal());
              }
            });
    return unread[0];
  }

  private static Found read(GoldFolder.Entry entry, GoldArticles reader, Extractor extractor) {
    GoldArticles.Found found = reader.read(entry.name());
    if (found.refusal() != null) {
      return new Found(entry.annotation(), null, found.refusal());
    }
    Extraction extraction =
        found.text() == null ? new Extraction(List.of(), List.of()) : extractor.read(found.text());
    return new Found(entry.annotation(), Annotation.of(entry.annotation().id(), extraction), null);
  }

  private static void compare(
      List<GoldFolder.Entry> entries, Map<String, Annotation> found, Evaluation evaluation) {
    for (GoldFolder.Entry entry : entries) {
      String id = entry.annotation().id();
      evaluation.compare(
          entry.annotation(), found.getOrDefault(id, new Annotation(id, List.of(), List.of())));
    }
  }

  private Map<String, Annotation> predictions() {
    Map<String, Annotation> found = new HashMap<>();
    AnnotationJson json = new AnnotationJson();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(predictions)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Annotation annotation = json.read(line);
          found.put(annotation.id(), annotation);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "line " + number + " of " + predictions + " is no annotation: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(predictions + " cannot be read: " + e.getMessage(), e);
    }
    return found;
  }

  /** What was read in an article, or why none of it was. */
  private record Found(Annotation gold, Annotation annotation, String refusal) {}
}
