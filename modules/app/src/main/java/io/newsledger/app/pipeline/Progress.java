package io.newsledger.app.pipeline;

/** Hears what an instance is doing, for people to read. Safe for use by several threads. */
public interface Progress {
  /** Something is under way; replaces what was said before. Never part of a result. */
  void at(String activity);

  /** Something to keep in sight, on a line of its own. */
  void say(String line);

  /** What was under way is over. */
  void done();
}
