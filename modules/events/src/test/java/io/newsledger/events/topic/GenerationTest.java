package io.newsledger.events.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GenerationTest {
  private static final Generation TWELFTH = new Generation(12);

  @Test
  void theFirstHasTheNamesOfTheCatalogue() {
    assertEquals(Topics.ALL.stream().map(Topic::name).toList(), Generation.FIRST.topics());
    assertEquals("newsledger-x", Generation.FIRST.application("newsledger-x"));
  }

  @Test
  void generationsShareWhatIsNotDerivedAndNothingElse() {
    Set<String> shared = new TreeSet<>(Generation.FIRST.topics());
    shared.retainAll(TWELFTH.topics());
    assertEquals(
        Set.of("news.articles", "news.index", "news.rejects", "reference.entities"), shared);
    assertEquals("talent.claims.g12", TWELFTH.name(Topics.TALENT_CLAIMS));
  }

  @Test
  void noApplicationIdBeginsWithThatOfAnotherGeneration() {
    String first = Generation.FIRST.application("newsledger-x");
    String second = new Generation(2).application("newsledger-x");
    assertFalse(second.startsWith(first));
    assertFalse(new Generation(22).application("newsledger-x").startsWith(second));
    assertThrows(IllegalArgumentException.class, () -> TWELFTH.application("x"));
  }

  @Test
  void theNewestCompleteOneIsLive() {
    assertEquals(Generation.FIRST, Generation.live(List.of("talent.claims.g12")));
    assertEquals(
        TWELFTH,
        Generation.live(
            List.of(
                "newsledger.generation.2",
                TWELFTH.completeTopic(),
                "newsledger.generation.x",
                "newsledger.generation.3")));
    assertTrue(TWELFTH.next().compareTo(TWELFTH) > 0);
    assertThrows(IllegalArgumentException.class, () -> new Generation(0));
  }
}
