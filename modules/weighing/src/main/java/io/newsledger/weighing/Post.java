package io.newsledger.weighing;

import io.newsledger.events.TalentClaim;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of post that a step is about, as far as a claim says. */
enum Post {
  /** Nothing said. */
  ANY,
  /** Work in the organisation. */
  JOB,
  /** A seat on its board. */
  BOARD;

  private static final Pattern BOARD_WORD = Pattern.compile("\\bboard\\b");

  /** The unit decides; without one, the role does. */
  static Post of(TalentClaim claim) {
    String told = claim.getUnit() == null ? claim.getRole() : claim.getUnit();
    if (told == null) {
      return ANY;
    }
    return BOARD_WORD.matcher(told.toLowerCase(Locale.ROOT)).find() ? BOARD : JOB;
  }

  /** Whether both can be one post. */
  boolean canBe(Post other) {
    return this == ANY || other == ANY || this == other;
  }

  /** This kind, or the other if this says nothing. */
  Post or(Post other) {
    return this == ANY ? other : this;
  }
}
