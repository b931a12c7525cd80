package io.newsledger.query.stream;

/** Hears changes. No method may wait: one thread serves all listeners. */
public interface ChangeListener {
  /**
   * Following begins here.
   *
   * @param id of what was seen before; see {@link Positions}
   */
  void begin(String id);

  /** A change that is wanted. */
  void accept(Change change);

  /** Nothing else happened for a while. */
  void beat();

  /**
   * There will be no more.
   *
   * @param reason in words
   */
  void end(String reason);
}
