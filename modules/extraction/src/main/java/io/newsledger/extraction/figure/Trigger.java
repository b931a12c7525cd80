package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;

/**
 * Words that name a metric in a sentence.
 *
 * @param metric what they name; null for what looks like a metric and is none
 * @param amount what kind of number they go with
 * @param place where they stand
 * @param first index of the first lexeme
 * @param end behind the last lexeme
 */
record Trigger(Metric metric, Amount amount, Place place, int first, int end) {
  /** Kinds of numbers. */
  enum Amount {
    PERCENT,
    COUNT,
    MONEY,
    TIMES;

    /** What kind of number a quantity is. */
    static Amount of(Quantity quantity) {
      if (quantity.isMoney()) {
        return MONEY;
      }
      return switch (quantity.unit()) {
        case Quantity.PERCENT -> PERCENT;
        case Quantity.MULTIPLE -> TIMES;
        default -> COUNT;
      };
    }
  }

  /** Where the words stand beside their number. */
  enum Place {
    NUMBER_FIRST,
    NUMBER_LAST,
    EITHER,
    /** Behind a number of those that a firm serves: works with 900 [merchants]. */
    SERVED
  }
}
