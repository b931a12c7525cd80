package io.newsledger.app.command;

import io.newsledger.app.pipeline.Progress;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells on standard error what was refused. Files of other kinds that merely lie in a folder beside
 * articles are counted, not listed. For one thread.
 */
final class Refusals {
  /** Most refusals that are listed; a wrong folder can hold any number. */
  private static final int MOST = 100;

  private final Progress progress;
  private final Set<String> named = new HashSet<>();
  private final String rest;
  private long refused;
  private long beside;

  /**
   * @param arguments the paths as they were given
   * @param rest where those stand that are not listed, in words
   */
  Refusals(List<String> arguments, Progress progress, String rest) {
    this.progress = progress;
    this.rest = rest;
    arguments.forEach(this::name);
  }

  private void name(String argument) {
    try {
      named.add(Input.file(Path.of(argument)).origin());
    } catch (InvalidPathException e) {
      // Names no file, so none of this name can be refused.
      named.remove(argument);
    }
  }

  /** Something was refused. */
  void add(String origin, RejectReason reason, String detail) {
    if (reason == RejectReason.UNSUPPORTED && !named.contains(origin)) {
      beside++;
      return;
    }
    refused++;
    if (refused <= MOST) {
      progress.say("refused: " + origin + ": " + detail);
    }
  }

  /** All was read: tells what was only counted. */
  void finish() {
    if (refused > MOST) {
      progress.say("refused: " + (refused - MOST) + " more" + rest);
    }
    if (beside > 0) {
      progress.say(
          "passed over: "
              + (beside == 1 ? "1 file that is no article" : beside + " files that are no articles")
              + rest);
    }
  }

  /** How many were refused, files of other kinds in folders not counted. */
  long refused() {
    return refused;
  }
}
