package io.newsledger.app;

import io.newsledger.app.command.Context;
import io.newsledger.app.command.StopSignal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Outcome(int code, String out, String err) {
  private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");

  /** Runs a command in this process, with nothing on standard input. */
  public static Outcome of(String... arguments) {
    return given("", arguments);
  }

  /** Runs a command in this process, with this text on standard input. */
  public static Outcome given(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = commandLine(out, err, input).execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  /**
   * Reads a command as it would be read, and does nothing.
   *
   * @throws CommandLine.ParameterException if it is none
   */
  public static void parse(String... arguments) {
    commandLine(new StringWriter(), new StringWriter(), "").parseArgs(arguments);
  }

  private static CommandLine commandLine(StringWriter out, StringWriter err, String input) {
    PrintWriter errors = new PrintWriter(err);
    Context context =
        new Context(
            new Terminal(errors, false),
            new StopSignal(),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Path.of(""));
    return Newsledger.commandLine(new PrintWriter(out), errors, context);
  }
}
