package io.newsledger.app.doctor;

/**
 * What was found.
 *
 * @param grade how bad it is
 * @param what in words
 * @param remedy what to do; empty if nothing
 */
public record Finding(Grade grade, String what, String remedy) {
  /** How bad a finding is. */
  public enum Grade {
    /** As it must be. */
    SOUND,
    /** It works, and may not for long, or not for all. */
    DOUBTFUL,
    /** It does not work, or what is kept is in danger. */
    FAULT
  }

  static Finding sound(String what) {
    return new Finding(Grade.SOUND, what, "");
  }

  static Finding doubtful(String what, String remedy) {
    return new Finding(Grade.DOUBTFUL, what, remedy);
  }

  static Finding fault(String what, String remedy) {
    return new Finding(Grade.FAULT, what, remedy);
  }
}
