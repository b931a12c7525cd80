package io.newsledger.query.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DisplayWidthTest {
  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertEquals(6, DisplayWidth.of("人工知".substring(0, 3)));
    assertEquals(4, DisplayWidth.of("Cafe\u0301"));
    assertEquals(2, DisplayWidth.of("\ud83d\ude80"));
  }

  @Test
  void linesAreBrokenAtSpacesAndLongWordsWhereTheyMust() {
    assertEquals(List.of("one two", "three"), DisplayWidth.wrapped("one two three", 8));
    assertEquals(List.of("abcd", "efgh", "i jk"), DisplayWidth.wrapped("abcdefghi jk", 4));
    assertEquals(List.of("a", "", "b"), DisplayWidth.wrapped("a\n\nb", 4));
    assertEquals(List.of("人工", "知能"), DisplayWidth.wrapped("人工知能", 5));
    assertEquals(List.of(""), DisplayWidth.wrapped("", 4));
  }
}
