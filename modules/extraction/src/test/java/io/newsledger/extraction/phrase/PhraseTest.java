package io.newsledger.extraction.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      textBlock =
          """
          market share            ; market share grew       ; 2
          market share            ; Market SHARE            ; 2
          market share            ; market shares           ; none
          last|past year          ; past year               ; 2
          the? market             ; market                  ; 1
          the? market             ; the market              ; 2
          monthly active? users   ; monthly users           ; 2
          _ users                 ; daily users             ; 2
          _ users                 ; users                   ; none
          of _*3 market           ; of the chip market      ; 4
          of _*3 market           ; of market               ; 2
          of _*2 market           ; of the big chip market  ; none
          of _*4 revenue          ; of in-app revenue       ; 5
          of _*4 market           ; of Asia's market        ; 5
          of _*3 market           ; of it, the market       ; none
          $ 5                     ; $5                      ; 2
          fine - tunes            ; fine-tunes              ; 3
          """)
  void matches(String phrase, String text, Integer length) {
    Optional<Integer> found =
        Phrase.parse(phrase)
            .matchAt(Lexemes.of(Sentences.of(text)), 0, Slots.NONE)
            .map(m -> m.end());
    assertEquals(Optional.ofNullable(length), found);
  }

  @Test
  void fillsSlots() {
    Slots slots =
        (name, lexemes, at) ->
            lexemes.get(at).isNumeral()
                ? Optional.of(new Slots.Filling(1, Integer.parseInt(lexemes.get(at).text())))
                : Optional.empty();
    List<Lexeme> lexemes = Lexemes.of(Sentences.of("in 3 days"));
    Phrase.Match match = Phrase.parse("in <n>? days").matchAt(lexemes, 0, slots).orElseThrow();
    assertEquals(3, match.value("n", 1));
    List<Lexeme> bare = Lexemes.of(Sentences.of("in days"));
    assertEquals(
        1, Phrase.parse("in <n>? days").matchAt(bare, 0, slots).orElseThrow().value("n", 1));
  }

  @Test
  void knowsTheWordsItCanBeginWith() {
    assertEquals(Set.of("the", "market"), Phrase.parse("the? market share").firstWords());
    assertEquals(Set.of(), Phrase.parse("_ users").firstWords());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $52bn              | $ 52 bn
          12.5M users        | 12.5 M users
          Q3 and V4          | Q3 and V4
          RMB200             | RMB 200
          pre-money          | pre - money
          1,200.50           | 1,200.50
          """)
  void cutsWhereLettersDigitsAndSignsMeet(String text, String expected) {
    assertEquals(
        expected,
        Lexemes.of(Sentences.of(text)).stream().map(Lexeme::text).collect(Collectors.joining(" ")));
  }

  @Test
  void refusesAnEmptyPhrase() {
    assertThrows(IllegalArgumentException.class, () -> Phrase.parse(" "));
  }

  @Test
  void namesAMissingResource() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> Lines.columns(PhraseTest.class, "nowhere.tsv"));
    assertEquals("no resource nowhere.tsv beside " + PhraseTest.class.getName(), e.getMessage());
  }
}
