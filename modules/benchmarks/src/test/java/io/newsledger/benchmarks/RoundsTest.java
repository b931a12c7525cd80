package io.newsledger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final List<String> order = new ArrayList<>();
  private long now;

  @Test
  void ratiosAreOfUnitsASecondInTheSameRound() throws Exception {
    Result result =
        new Rounds(1, 3, () -> now, () -> now * 2).run("test", comparison(10, 2, 10, 5));
    assertEquals(5e9, result.ours().median());
    assertEquals(2e9, result.yardstick().median());
    assertEquals(2.5, result.ratio().median());
    assertTrue(result.isReached());
  }

  @Test
  void whoBeginsChangesFromRoundToRound() throws Exception {
    new Rounds(1, 3, () -> now, () -> now * 2).run("test", comparison(1, 1, 1, 1));
    assertEquals(
        List.of("yardstick", "ours", "ours", "yardstick", "yardstick", "ours", "ours", "yardstick"),
        order);
  }

  @Test
  void layingReadyIsNotTimed() throws Exception {
    Contender slowToPrepare =
        new Contender() {
          @Override
          public void prepare() {
            now += 1000;
          }

          @Override
          public long run() {
            now += 1;
            return 1;
          }
        };
    Comparison comparison =
        new Comparison("a", "b", "c", 1, slowToPrepare, slowToPrepare, () -> {});
    assertEquals(
        1e9, new Rounds(0, 1, () -> now, () -> now * 2).run("test", comparison).ours().median());
  }

  @Test
  void nothingDoneIsNoMeasurement() {
    assertThrows(
        IllegalStateException.class,
        () -> new Rounds(0, 1, () -> now, () -> now * 2).run("test", comparison(0, 1, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> new Rounds(0, 0, () -> now, () -> now * 2));
    assertThrows(IllegalArgumentException.class, Spread::of);
  }

  @Test
  void theMedianIsTheMiddle() {
    assertEquals(new Spread(3, 1, 9), Spread.of(9, 1, 3));
    assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 1, 3));
  }

  @Test
  void theReportTellsWhatWasMissed() throws Exception {
    Result result = new Rounds(0, 1, () -> now, () -> now * 2).run("test", comparison(1, 4, 1, 1));
    String text = new Report("a machine", "some", List.of("test")).text("", List.of(result));
    assertTrue(
        text.contains(
            "| `test` | ours | theirs | 0.25 (0.25 to 0.25) | 0.25 (0.25 to 0.25) | 1.00, missed |"),
        text);
    assertTrue(text.contains("- Machine of the last run: a machine"), text);
  }

  @Test
  void linesThatWereNotMeasuredAnewStayAndSoDoTheNotes() throws Exception {
    Report report = new Report("a machine", "some", List.of("first", "second"));
    Result second =
        new Rounds(0, 1, () -> now, () -> now * 2).run("second", comparison(1, 4, 1, 1));
    String before = report.text("", List.of(second)) + "\n## Notes\n\nThat was slow.\n";
    Result first = new Rounds(0, 1, () -> now, () -> now * 2).run("first", comparison(1, 1, 1, 1));
    String text = report.text(before, List.of(first));
    assertTrue(text.indexOf("| `first` |") > 0, text);
    assertTrue(
        text.indexOf("| `first` |") < text.indexOf("| `second` | ours | theirs | 0.25"), text);
    assertTrue(text.endsWith("\n\n## Notes\n\nThat was slow.\n"), text);
    Result again = new Rounds(0, 1, () -> now, () -> now * 2).run("second", comparison(2, 1, 1, 1));
    assertTrue(report.text(text, List.of(again)).contains("| `second` | ours | theirs | 2.00"));
  }

  private Comparison comparison(long ourWork, long ourTime, long theirWork, long theirTime) {
    return new Comparison(
        "ours",
        "theirs",
        "things",
        1,
        () -> done("ours", ourWork, ourTime),
        () -> done("yardstick", theirWork, theirTime),
        () -> {});
  }

  private long done(String who, long work, long time) {
    order.add(who);
    now += time;
    return work;
  }
}
