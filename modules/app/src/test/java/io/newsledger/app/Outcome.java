package io.newsledger.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command did.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
public record Outcome(int code, String out, String err) {
  /** Runs a command in this process. */
  public static Outcome of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Newsledger.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
