package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.extraction.movement.JudgeTraining;
import io.newsledger.extraction.movement.Lesson;
import io.newsledger.extraction.movement.MadeUpSentences;
import io.newsledger.producer.input.InputReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Learns from gold which movements to believe. */
@Command(
    name = "train",
    description = {
      "Learn from what careful readers say is in articles which of the movements that the patterns"
          + " propose are believed, and write the weights.",
      "Prints precision and recall in cross-validation: each article judged by what was learnt from"
          + " the others. Gold and articles as for evaluate. An article that is missing or cannot"
          + " be read is told on standard error and left out; the exit code is 1 then."
    })
public final class TrainCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private PublishedOption published;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "DIR",
      description = "Folder of gold; may be given several times.")
  private List<Path> gold;

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description =
          "Folder where articles stand that are not beside their gold; may be given several times.")
  private List<Path> articles = List.of();

  @Option(
      names = "--sentences",
      paramLabel = "FILE",
      description = {
        "Sentences made up to learn from, a line each: the text, a tab, the movements it tells."
            + " They count for nothing in the printed precision and recall."
      })
  private Path sentences;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      defaultValue = "0.9",
      description = {
        "Share of what is believed that should be right in cross-validation, 0 to 1; default:"
            + " ${DEFAULT-VALUE}."
      })
  private double precision;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder to write weights.tsv (what to believe) and news-weights.tsv (which steps without"
              + " a date are news) into.")
  private Path out;

  public TrainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!(precision > 0 && precision <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--precision is a share above 0 and up to 1, not " + precision);
    }
    NewsExtractor extractor = NewsExtractor.load();
    List<Lesson> lessons = new ArrayList<>();
    int unread = 0;
    for (Path folder : gold) {
      unread += read(folder, extractor, lessons);
    }
    lessons.addAll(madeUp(extractor));
    JudgeTraining.Learnt learnt = learn(lessons);
    write("weights.tsv", learnt.rows());
    write("news-weights.tsv", learnt.news());
    PrintWriter printed = spec.commandLine().getOut();
    learnt.report().forEach(printed::println);
    printed.flush();
    return unread == 0 ? 0 : 1;
  }

  /** Adds the lessons of a folder; returns how many articles could not be read. */
  private int read(Path folder, NewsExtractor extractor, List<Lesson> lessons)
      throws InterruptedException {
    List<Path> folders = new ArrayList<>();
    folders.add(folder);
    folders.addAll(articles);
    GoldArticles reader = new GoldArticles(folders, new InputReader(published.reader()));
    int[] unread = {0};
    OrderedWork.onAllProcessors()
        .run(
            new GoldFolder(folder).read().iterator(),
            entry -> lesson(entry, reader, extractor),
            found -> {
              if (found.refusal() == null) {
                lessons.add(found.lesson());
              } else {
                unread[0]++;
                context.progress().say("left out: " + found.refusal());
              }
            });
    return unread[0];
  }

  private static Found lesson(
      GoldFolder.Entry entry, GoldArticles reader, NewsExtractor extractor) {
    GoldArticles.Found found = reader.read(entry.name());
    if (found.refusal() != null) {
      return new Found(null, found.refusal());
    }
    if (found.text() == null) {
      return new Found(null, entry.name() + " has no body");
    }
    return new Found(
        new Lesson(
            entry.annotation(), found.text().publishedAt(), extractor.hear(found.text()), true),
        null);
  }

  private List<Lesson> madeUp(NewsExtractor extractor) {
    if (sentences == null) {
      return List.of();
    }
    try {
      return MadeUpSentences.read(Files.readAllLines(sentences)).stream()
          .map(s -> new Lesson(s.gold(), s.text().publishedAt(), extractor.hear(s.text()), false))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(sentences + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(sentences + " cannot be read: " + e.getMessage(), e);
    }
  }

  private JudgeTraining.Learnt learn(List<Lesson> lessons) {
    try {
      return new JudgeTraining(lessons).learn(precision);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("the gold is too little to learn from: " + e.getMessage(), e);
    }
  }

  private void write(String name, List<String> rows) {
    Path file = out.resolve(name);
    try {
      Files.write(file, rows);
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** A lesson, or why there is none. */
  private record Found(Lesson lesson, String refusal) {}
}
