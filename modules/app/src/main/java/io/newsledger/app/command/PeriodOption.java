package io.newsledger.app.command;

import picocli.CommandLine.Option;

/** Which stretch of valid time is asked about. */
final class PeriodOption {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First date: YYYY, YYYY-MM or YYYY-MM-DD.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last date, included: YYYY, YYYY-MM or YYYY-MM-DD.")
  private String to;

  /** The first date as typed, or null for no bound. */
  String from() {
    return from;
  }

  /** The last date as typed, or null for no bound. */
  String to() {
    return to;
  }
}
