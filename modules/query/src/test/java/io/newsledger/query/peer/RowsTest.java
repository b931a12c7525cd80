package io.newsledger.query.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.query.state.Keys;
import io.newsledger.query.state.Peers.Row;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Questions and answers as they are sent. */
final class RowsTest {
  private static final RowsQuestion KEYS =
      new RowsQuestion(
          "app", "store", List.of(0, 7), true, List.of("a\u0000b", "吴泳铭"), Keys.ALL, 2);
  private static final RowsQuestion RANGE =
      new RowsQuestion(
          "app", "store", List.of(3), false, List.of(), Keys.under("é").after("é\u0000x"), 9);

  @Test
  void whatIsSentIsWhatIsRead() throws Exception {
    for (RowsQuestion question : List.of(KEYS, RANGE)) {
      assertEquals(question, RowsQuestion.decode(question.encode()));
    }
    RowsAnswer answer =
        new RowsAnswer(List.of(new Row<>("k\u0000é", new byte[] {1, 2, 3})), true, 4, 5);
    RowsAnswer read = RowsAnswer.decode(answer.encode());
    assertEquals("k\u0000é", read.rows().get(0).key());
    assertArrayEquals(new byte[] {1, 2, 3}, read.rows().get(0).value());
    assertEquals(List.of(true, 4, 5L), List.of(read.more(), read.keys(), read.lag()));
  }

  /** Anything else than a refusal would be a fault. */
  private static boolean isQuestion(byte[] bytes) {
    try {
      return RowsQuestion.decode(bytes).limit() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void whatIsCutOrSpoiltIsRefused() throws Exception {
    byte[] question = KEYS.encode();
    byte[] answer = new RowsAnswer(List.of(new Row<>("k", new byte[9])), false, 1, 0).encode();
    for (int length = 0; length < question.length; length++) {
      byte[] cut = Arrays.copyOf(question, length);
      assertThrows(IllegalArgumentException.class, () -> RowsQuestion.decode(cut));
    }
    for (int length = 0; length < answer.length; length++) {
      byte[] cut = Arrays.copyOf(answer, length);
      assertThrows(IOException.class, () -> RowsAnswer.decode(cut));
    }
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] spoilt = question.clone();
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      assertTrue(isQuestion(spoilt) || !Arrays.equals(question, spoilt), "it is read or refused");
    }
  }
}
