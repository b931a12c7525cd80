package io.newsledger.app.pipeline;

/** Hears what an instance is doing, for people to read. */
public interface Progress {
  /** Something is under way; replaces what was said before. Never part of a result. */
  void at(String activity);

  /** What was under way is over. */
  void done();
}
