package io.newsledger.app.command;

import io.newsledger.enrichment.ArticleTexts;
import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.extraction.Explanation;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import io.newsledger.query.text.Tables;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads articles without a broker. */
@Command(
    name = "extract",
    description = {
      "Read articles and print what they claim. Needs no broker and keeps nothing.",
      "As jsonl, one JSON object for each article: id (its file name without ending, of a file of"
          + " many with #number), movements and figures, each with the words it stands on as"
          + " evidence.",
      "Of an article in another language than English nothing is read; it says so in language.",
      "What cannot be read is told on standard error, and the rest is printed all the same; the exit"
          + " code is 1 then. Files of other kinds that lie in a folder are only counted."
    })
public final class ExtractCommand implements Callable<Integer> {
  /** How results look. */
  public enum Format {
    JSONL,
    TABLE
  }

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private PublishedOption published;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = PathsText.PATHS)
  private List<String> paths;

  @Option(
      names = "--format",
      paramLabel = "jsonl|table",
      defaultValue = "jsonl",
      description = "How to print; default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--explain",
      description =
          "Print how it was read instead: each sentence that something was recognised in, with what"
              + " names in it mean, the patterns whose words stand in it, what was read by them and"
              + " why the rest does not count.")
  private boolean explain;

  public ExtractCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Inputs inputs = Inputs.of(paths, context.in());
    inputs.missing().forEach(path -> context.progress().say("there is no " + path));
    Refusals refusals = new Refusals(paths, context.progress(), "");
    if (!inputs.inputs().isEmpty()) {
      read(inputs.inputs(), refusals);
    }
    refusals.finish();
    return inputs.missing().isEmpty() && refusals.refused() == 0 ? 0 : 1;
  }

  private void read(List<Input> inputs, Refusals refusals) throws InterruptedException {
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    OfferReader reader = new OfferReader(ArticleReader.withDefault(published.time().orElse(now)));
    NewsExtractor extractor = NewsExtractor.load();
    Printing printing = new Printing(spec.commandLine().getOut(), refusals);
    try (Offers offers = reader.offers(inputs.iterator())) {
      OrderedWork.onAllProcessors()
          .run(
              offers,
              offer -> result(offer.input(), offer.reading(), extractor, now),
              printing::print);
    }
    if (printing.foreign > 0) {
      context
          .progress()
          .say("not in English and so not read: " + printing.foreign + " of the articles");
    }
    if (printing.undated > 0) {
      context
          .progress()
          .say(
              "no day of publication: "
                  + printing.undated
                  + " of the articles; what they say of dates was reckoned from today. Give it"
                  + " with --published");
    }
  }

  private Result result(Input input, Reading reading, NewsExtractor extractor, Instant now) {
    if (reading instanceof Reading.Refused refused) {
      return new Refused(input.origin(), refused.reason(), refused.detail());
    }
    Article article = ((Reading.Read) reading).article();
    boolean undated = article.getPublishedAt().equals(now);
    if (explain && article.getBody() != null) {
      return new Explained(input.id(), extractor.explain(ArticleTexts.of(article)), undated);
    }
    Extraction extraction =
        article.getBody() == null
            ? new Extraction(List.of(), List.of())
            : extractor.read(ArticleTexts.of(article));
    return new Extracted(input.id(), extraction, undated);
  }

  private sealed interface Result {}

  private record Extracted(String id, Extraction extraction, boolean undated) implements Result {}

  private record Explained(String id, Explanation explanation, boolean undated) implements Result {}

  private record Refused(String origin, RejectReason reason, String detail) implements Result {}

  private final class Printing {
    private final ExtractionJson json = new ExtractionJson();
    private final PrintWriter out;
    private final Refusals refusals;
    private int undated;
    private int foreign;

    private Printing(PrintWriter out, Refusals refusals) {
      this.out = out;
      this.refusals = refusals;
    }

    private void print(Result result) {
      if (result instanceof Refused refused) {
        refusals.add(refused.origin(), refused.reason(), refused.detail());
      } else if (result instanceof Explained explained) {
        undated += explained.undated() ? 1 : 0;
        foreign += explained.explanation().extraction().isRead() ? 0 : 1;
        out.print(ExplanationText.of(explained.id(), explained.explanation()));
        out.flush();
      } else if (result instanceof Extracted extracted) {
        undated += extracted.undated() ? 1 : 0;
        foreign += extracted.extraction().isRead() ? 0 : 1;
        if (format == Format.TABLE) {
          out.print(Tables.extraction(json.tree(extracted.id(), extracted.extraction())));
        } else {
          out.print(json.line(extracted.id(), extracted.extraction()) + "\n");
        }
        out.flush();
      }
    }
  }
}
