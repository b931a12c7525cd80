package io.newsledger.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks and writes their report. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure the parts of the ledger against what else could do their work.")
public final class Bench implements Callable<Integer> {
  private static final List<String> NAMES =
      List.of(
          FoldBenchmark.LOOP,
          FoldBenchmark.DSL,
          ReadingBenchmark.NAME,
          IngestionBenchmark.MARKDOWN,
          IngestionBenchmark.HTML,
          IngestionBenchmark.WARC,
          PipelineBenchmark.NAME,
          PipelineBenchmark.GROWTH,
          HotSubjectBenchmark.FIGURES,
          HotSubjectBenchmark.STEPS,
          HotSubjectBenchmark.DEPARTURES,
          RestoreBenchmark.NAME,
          QueryBenchmark.CLAIMS,
          QueryBenchmark.CAREERS,
          StreamBenchmark.NAME);

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description =
          "Which of them: reading, ingestion, ingestion-html, ingestion-warc, hot-figures, hot-steps, hot-departures, fold-loop,"
              + " fold-dsl, restore, pipeline, growth, query-claim, query-career, stream;"
              + " default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--articles",
      paramLabel = "DIR",
      description = "Articles to read; default: some that the benchmark writes.")
  private Path folder;

  @Option(
      names = "--count",
      defaultValue = "600",
      description = "Most articles; default: ${DEFAULT-VALUE}.")
  private int count;

  @Option(
      names = "--claims",
      defaultValue = "100000",
      description =
          "Claims on the hot subject, and claims folded or restored; default: ${DEFAULT-VALUE}.")
  private int claims;

  @Option(
      names = "--subjects",
      defaultValue = "10000",
      description = "Subjects of the claims folded; default: ${DEFAULT-VALUE}.")
  private int subjects;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds that count; default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the report goes as well; lines not measured anew stay.")
  private Path out;

  @Option(names = "--check", description = "End with exit code 1 if a ratio is below its target.")
  private boolean check;

  /** Measures and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    for (String name : only) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "no benchmark is called " + name + ": there are " + NAMES);
      }
    }
    Articles articles = folder == null ? Articles.written(count) : Articles.of(folder, count);
    Path work = Files.createTempDirectory("newsledger-bench");
    try {
      List<Result> results = new ArrayList<>();
      if (isWanted(ReadingBenchmark.NAME)) {
        results.add(measured(ReadingBenchmark.NAME, ReadingBenchmark.open(articles)));
      }
      for (String name :
          List.of(IngestionBenchmark.MARKDOWN, IngestionBenchmark.HTML, IngestionBenchmark.WARC)) {
        if (isWanted(name)) {
          results.add(measured(name, IngestionBenchmark.open(name, articles, work.resolve(name))));
        }
      }
      for (String name :
          List.of(
              HotSubjectBenchmark.FIGURES,
              HotSubjectBenchmark.STEPS,
              HotSubjectBenchmark.DEPARTURES)) {
        if (isWanted(name)) {
          results.add(measured(name, HotSubjectBenchmark.open(name, claims, work.resolve(name))));
        }
      }
      for (String name : List.of(FoldBenchmark.LOOP, FoldBenchmark.DSL)) {
        if (isWanted(name)) {
          results.add(
              measured(
                  name + "-" + subjects,
                  FoldBenchmark.open(name, claims, subjects, work.resolve(name))));
        }
      }
      if (isWanted(RestoreBenchmark.NAME)) {
        results.add(
            measured(
                RestoreBenchmark.NAME,
                RestoreBenchmark.open(claims, work.resolve(RestoreBenchmark.NAME))));
      }
      for (String name : List.of(PipelineBenchmark.NAME, PipelineBenchmark.GROWTH)) {
        if (isWanted(name)) {
          results.add(measured(name, PipelineBenchmark.open(name, articles, work.resolve(name))));
        }
      }
      for (String name : List.of(QueryBenchmark.CLAIMS, QueryBenchmark.CAREERS)) {
        if (isWanted(name)) {
          results.add(measured(name, QueryBenchmark.open(name, articles, work.resolve(name))));
        }
      }
      if (isWanted(StreamBenchmark.NAME)) {
        results.add(
            measured(
                StreamBenchmark.NAME, StreamBenchmark.open(work.resolve(StreamBenchmark.NAME))));
      }
      String before = out != null && Files.exists(out) ? Files.readString(out) : "";
      String report = new Report(machine(), articles.words(), NAMES).text(before, results);
      System.out.print(report);
      if (out != null) {
        Files.writeString(out, report);
      }
      return !check || results.stream().allMatch(Result::isReached) ? 0 : 1;
    } finally {
      delete(work);
    }
  }

  private boolean isWanted(String name) {
    return only.isEmpty() || only.contains(name);
  }

  private Result measured(String name, Comparison comparison) throws Exception {
    try {
      return new Rounds(1, rounds, System::nanoTime, Bench::cpuTime).run(name, comparison);
    } finally {
      comparison.end().run();
    }
  }

  /** What this process has used of the processors, in nanoseconds. */
  static long cpuTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.availableProcessors()
        + " processors, "
        + runtime.maxMemory() / (1024 * 1024)
        + " MiB of heap, Java "
        + Runtime.version()
        + ", Kafka "
        + AppInfoParser.getVersion()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
