package io.newsledger.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.client.LedgerClientException;
import io.newsledger.query.table.TableFormat;
import io.newsledger.query.table.TableWriter;
import io.newsledger.query.table.View;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A view of the ledger as a table. */
@Command(
    name = "export",
    description = {
      "Write a view of a running ledger as a table, for spreadsheets, data frames and databases.",
      "Views: articles, talent-claims, market-claims, careers (a row for each step), flows, series"
          + " (a row for each point), alerts, shifts. Lists stand in CSV and Parquet as JSON."
    })
public final class ExportCommand implements Callable<Integer> {
  private static final Duration ANSWER = Duration.ofMinutes(5);

  @Spec private CommandSpec spec;
  @Mixin private ApiOption api;

  @Option(names = "--view", required = true, paramLabel = "VIEW", description = "What to write.")
  private String view;

  @Option(
      names = "--format",
      defaultValue = "csv",
      paramLabel = "FORMAT",
      description = "csv, jsonl or parquet; default: ${DEFAULT-VALUE}.")
  private TableFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write; default: standard output, which parquet cannot go to.")
  private Path output;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "What was known by the end of this day (YYYY-MM-DD, UTC).")
  private LocalDate asOf;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "What was so by this day (YYYY-MM-DD).")
  private LocalDate at;

  @Override
  public Integer call() {
    View wanted =
        View.named(view)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "'"
                            + view
                            + "' is no view; there are: "
                            + View.ALL.stream().map(View::name).collect(Collectors.joining(", "))));
    if (output == null && format == TableFormat.PARQUET) {
      throw new ParameterException(
          spec.commandLine(), "parquet is not for standard output: say where with --output");
    }
    JsonNode export = state();
    try {
      if (output == null) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        write(wanted, export, table);
        spec.commandLine().getOut().print(table.toString(StandardCharsets.UTF_8));
        spec.commandLine().getOut().flush();
      } else {
        toFile(wanted, export);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure("cannot write the table: " + e.getMessage(), e);
    }
    return 0;
  }

  private JsonNode state() {
    Map<String, String> times = new TreeMap<>();
    if (asOf != null) {
      times.put("asOf", asOf.toString());
    }
    if (at != null) {
      times.put("at", at.toString());
    }
    try {
      return api.client(ANSWER).get("/export", times);
    } catch (LedgerClientException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void toFile(View wanted, JsonNode export) throws IOException {
    Path file = output.toAbsolutePath();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
      write(wanted, export, out);
    }
    // Whoever looks at the file finds a whole table, or none.
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(View wanted, JsonNode export, OutputStream out) throws IOException {
    TableWriter table = format.begin(wanted.columns(), out);
    wanted.rows(export, row -> put(table, row));
    table.end();
  }

  private static void put(TableWriter table, ObjectNode row) {
    try {
      table.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
