package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  @Property
  void theirTextGivesThemBack(
      @ForAll @IntRange(min = 2, max = 1000) int people,
      @ForAll @IntRange(min = 1, max = 366) int days,
      @ForAll @Size(max = 3) List<@IntRange(min = 2, max = 9) Integer> own,
      @ForAll @IntRange(min = 1, max = 100_000_000) int millionths) {
    Map<String, ExodusRule> rules = new java.util.TreeMap<>();
    own.forEach(n -> rules.put("A=B, Ü\u0130 " + n, new ExodusRule(n, n)));
    Thresholds thresholds =
        new Thresholds(
            new ExodusRules(new ExodusRule(people, days), rules),
            new ShiftRule(millionths / 1e6, millionths / 1e6));
    assertEquals(thresholds, Thresholds.parse(thresholds.text()));
  }

  @Test
  void whatIsNotChosenStays() {
    Thresholds present =
        new Thresholds(ExodusRules.parse(List.of("4/14", "Northlab=2/60")), new ShiftRule(7, 20));
    assertEquals(present, ThresholdChoice.NONE.over(present));
    assertEquals(
        new Thresholds(ExodusRules.parse(List.of("5/10")), new ShiftRule(7, 20)),
        new ThresholdChoice(Optional.of(ExodusRules.parse(List.of("5/10"))), Optional.empty())
            .over(present));
    assertEquals(present, ThresholdChoice.of(present).over(Thresholds.DEFAULT));
    assertEquals("--exodus 4/14 --exodus Northlab=2/60 --shift 7/20", present.words());
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String bad : List.of("", "3/30", "3/30\n", "\n5/10", "3/30\n5/10\n")) {
      assertThrows(IllegalArgumentException.class, () -> Thresholds.parse(bad), bad);
    }
  }
}
