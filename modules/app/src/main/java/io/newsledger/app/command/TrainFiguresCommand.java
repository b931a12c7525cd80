package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.enrichment.ArticleTexts;
import io.newsledger.events.Article;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.extraction.evaluation.GoldFigures;
import io.newsledger.extraction.evaluation.JudgedFigures;
import io.newsledger.extraction.figure.Candidate;
import io.newsledger.extraction.figure.DateTraining;
import io.newsledger.extraction.figure.JudgeTraining;
import io.newsledger.extraction.figure.JudgeTraining.Lesson;
import io.newsledger.extraction.figure.JudgeTraining.Source;
import io.newsledger.extraction.figure.MadeUpSentences;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.InputReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Learns from gold which figures to believe. */
@Command(
    name = "train-figures",
    description = {
      "Learn from what careful readers say is in articles which of the figures that the patterns"
          + " propose are believed, and write the weights.",
      "Prints precision and recall in cross-validation: each article judged by what was learnt from"
          + " the others. Gold and articles as for evaluate. An article that is missing or cannot be"
          + " read is told on standard error and left out; the exit code is 1 then."
    })
public final class TrainFiguresCommand implements Callable<Integer> {
  private static final String NOTE =
      "# Which figures are believed, learnt by: newsledger train-figures. feature\tweight";
  private static final String DATES_NOTE =
      "# Which date a figure holds for, learnt by: newsledger train-figures. feature\tweight";
  private static final List<String> ENDINGS = List.of(".md", ".markdown", ".txt", ".m", "");

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
      names = "--made-up",
      paramLabel = "DIR",
      description =
          "Folder of gold of articles made up to learn from; may be given several times. They count"
              + " for nothing in what is printed.")
  private List<Path> madeUp = List.of();

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description =
          "Folder where articles stand that are not beside their gold; may be given several times.")
  private List<Path> articles = List.of();

  @Option(
      names = "--judged",
      paramLabel = "FILE",
      description = {
        "Figures that were judged one by one, a line each, tab-separated: article, entities, metric,"
            + " value, unit, right or wrong. They count for nothing in what is printed."
      })
  private Path judged;

  @Option(
      names = "--sentences",
      paramLabel = "FILE",
      description = {
        "Sentences made up to learn from, a line each: the text, a tab, the figures it tells. They"
            + " count for nothing in what is printed."
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

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Option(
      names = "--dates-out",
      paramLabel = "FILE",
      description = "File to write with which of its possible dates a figure holds for.")
  private Path datesOut;

  public TrainFiguresCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!(precision > 0 && precision <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--precision is a share above 0 and up to 1, not " + precision);
    }
    NewsExtractor extractor = NewsExtractor.load();
    List<Asked> asked = new ArrayList<>();
    gold.forEach(folder -> asked.addAll(asked(folder, Source.GOLD)));
    madeUp.forEach(folder -> asked.addAll(asked(folder, Source.MADE_UP)));
    Set<String> known = asked.stream().map(Asked::name).collect(Collectors.toSet());
    judged()
        .forEach(
            (name, figures) -> {
              if (!known.contains(name)) {
                asked.add(new Asked(name, Source.JUDGED, figures, articles));
              }
            });
    List<Lesson> lessons = new ArrayList<>();
    int unread = read(asked.iterator(), extractor, lessons);
    lessons.addAll(madeUp(extractor));
    JudgeTraining.Learnt learnt = learn(() -> new JudgeTraining(lessons).learn(precision));
    write(out, NOTE, learnt.rows());
    PrintWriter printed = spec.commandLine().getOut();
    learnt.report().forEach(printed::println);
    if (datesOut != null) {
      JudgeTraining.Learnt dates = learn(() -> new DateTraining(lessons).learn());
      write(datesOut, DATES_NOTE, dates.rows());
      dates.report().forEach(printed::println);
    }
    printed.flush();
    return unread == 0 ? 0 : 1;
  }

  /** An article that is to be learnt from, and where it may stand. */
  private record Asked(String name, Source source, GoldFigures gold, List<Path> folders) {}

  private List<Asked> asked(Path folder, Source source) {
    List<Path> folders = new ArrayList<>(articles);
    folders.add(0, folder);
    return new GoldFolder(folder)
        .read().stream()
            .map(e -> new Asked(e.name(), source, GoldFigures.complete(e.annotation()), folders))
            .toList();
  }

  /** A lesson, or why there is none. */
  private record Found(Lesson lesson, String refusal) {}

  /** Adds the lessons; returns how many articles could not be read. */
  private int read(Iterator<Asked> asked, NewsExtractor extractor, List<Lesson> lessons)
      throws InterruptedException {
    InputReader reader = new InputReader(published.reader());
    int[] unread = {0};
    OrderedWork.onAllProcessors()
        .run(
            asked,
            one -> lesson(one, reader, extractor),
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

  private static Found lesson(Asked asked, InputReader reader, NewsExtractor extractor) {
    Optional<Path> file =
        asked.folders().stream()
            .flatMap(folder -> ENDINGS.stream().map(end -> folder.resolve(asked.name() + end)))
            .filter(Files::isRegularFile)
            .findFirst();
    if (file.isEmpty()) {
      return new Found(null, "there is no article " + asked.name());
    }
    Reading reading = reader.read(Input.file(file.get())).reading();
    if (reading instanceof Reading.Refused refused) {
      return new Found(null, file.get() + ": " + refused.detail());
    }
    Article article = ((Reading.Read) reading).article();
    List<Candidate> candidates =
        article.getBody() == null ? List.of() : extractor.figures(ArticleTexts.of(article));
    return new Found(new Lesson(asked.name(), asked.source(), asked.gold(), candidates), null);
  }

  private Map<String, GoldFigures> judged() {
    return judged == null ? Map.of() : parsed(judged, JudgedFigures::read);
  }

  private List<Lesson> madeUp(NewsExtractor extractor) {
    if (sentences == null) {
      return List.of();
    }
    return parsed(sentences, MadeUpSentences::read).stream()
        .map(
            s ->
                new Lesson(
                    s.gold().id(),
                    Source.MADE_UP,
                    GoldFigures.complete(s.gold()),
                    extractor.figures(s.text())))
        .toList();
  }

  private static <T> T parsed(Path file, Function<List<String>, T> form) {
    try {
      return form.apply(Files.readAllLines(file));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static JudgeTraining.Learnt learn(Supplier<JudgeTraining.Learnt> training) {
    try {
      return training.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("the gold is too little to learn from: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, String note, List<String> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(note);
    lines.addAll(rows);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
