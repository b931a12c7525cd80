package io.newsledger.query.state;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyAgeTest {
  private static final Duration AGE = Duration.ofSeconds(5);

  private final CopyAge age = new CopyAge();

  private static long at(double seconds) {
    return (long) (seconds * 1e9);
  }

  @Test
  void aCopyAtTheEndIsReadable() {
    assertFalse(age.isWithin(AGE, at(0)));
    age.look(99, 100, at(0));
    assertTrue(age.isWithin(AGE, at(4.9)));
    assertFalse(age.isWithin(AGE, at(5.1)), "nobody looked since");
  }

  @Test
  void aCopyThatIsBeingMadeIsNot() {
    for (int i = 0; i < 20; i++) {
      age.look(i * 100L, 10_000, at(i * 0.2));
      assertFalse(age.isWithin(AGE, at(i * 0.2)), "look " + i);
    }
  }

  @Test
  void aCopyThatFollowsAGrowingLogIsAsOldAsWhatItHasReached() {
    for (int i = 0; i < 100; i++) {
      // Always two seconds behind.
      age.look(Math.max(0, i - 10) * 1_000L, i * 1_000L, at(i * 0.2));
    }
    assertTrue(age.isWithin(Duration.ofSeconds(3), at(99 * 0.2)));
    assertFalse(age.isWithin(Duration.ofSeconds(1), at(99 * 0.2)));
  }

  @Test
  void aCopyThatFallsBehindIsNoLongerReadable() {
    age.look(1_000, 1_000, at(0));
    for (int i = 1; i < 40; i++) {
      age.look(1_000 + i, 1_000 + i * 500L, at(i * 0.2));
    }
    assertFalse(age.isWithin(AGE, at(39 * 0.2)));
  }

  @Test
  void aCopyThatStandsStillBeforeTheEndIsNotReadable() {
    for (int i = 0; i < 100; i++) {
      age.look(900, 1_000, at(i * 0.2));
      assertFalse(age.isWithin(AGE, at(i * 0.2)), "look " + i);
    }
  }
}
