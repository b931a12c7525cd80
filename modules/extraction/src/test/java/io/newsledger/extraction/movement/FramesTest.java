package io.newsledger.extraction.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.movement.Frames.Form;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
  private static final Frames FRAMES = Frames.load();

  @ParameterizedTest
  @CsvSource({
    "joined,join,PAST PARTICIPLE",
    "joining,join,ING",
    "poaches,poach,THIRD",
    "hiring,hire,ING",
    "hired,hire,PAST PARTICIPLE",
    "left,leave,PAST PARTICIPLE",
    "leaves,leave,THIRD",
    "taken,take,PARTICIPLE",
    "stepping,step,ING",
    "quit,quit,BASE PAST PARTICIPLE",
    "departures,departure,NOUN",
  })
  void knowsTheFormsOfItsWords(String form, String word, String kinds) {
    Set<Form> wanted =
        Arrays.stream(kinds.split(" ", -1)).map(Form::valueOf).collect(Collectors.toSet());
    Set<Set<Form>> found =
        FRAMES.of(form).stream()
            .filter(e -> e.frame().word().equals(word))
            .map(Frames.Entry::forms)
            .collect(Collectors.toSet());
    assertEquals(Set.of(wanted), found);
  }

  @Test
  void everyFrameFillsAnEnd() {
    for (String word : FRAMES.words()) {
      for (Frames.Entry entry : FRAMES.of(word)) {
        assertTrue(!entry.frame().ends().isEmpty(), word);
      }
    }
  }

  @Test
  void knowsNothingOfOtherWords() {
    assertTrue(FRAMES.of("banana").isEmpty());
  }
}
