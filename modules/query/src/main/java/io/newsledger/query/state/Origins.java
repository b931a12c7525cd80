package io.newsledger.query.state;

import java.util.OptionalLong;

/** Where the rows of one answer came from. For one thread. */
public final class Origins {
  private boolean elsewhere;
  private boolean copied;
  private long lag;

  /** Rows came from another instance. */
  public void elsewhere() {
    elsewhere = true;
  }

  /**
   * Rows came from a copy.
   *
   * @param records that the copy lacked at most, when it was last looked at
   */
  public void copy(long records) {
    copied = true;
    lag = Math.max(lag, records);
  }

  /** Whether all rows came from the partitions that this instance works on. */
  public boolean areAllHere() {
    return !elsewhere && !copied;
  }

  /** Records that the copy lacked which lacked most; empty if none was read. */
  public OptionalLong lag() {
    return copied ? OptionalLong.of(lag) : OptionalLong.empty();
  }
}
