package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.RejectReason;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: 007 | 007",
        "title: 1.10 | 1.10",
        "title: 1e3 | 1e3",
        "title: 0x1F | 0x1F",
        "title: 2026-03-05 | 2026-03-05",
        "title: No | No",
        "title: true | true",
        "title: 'null' | null",
        "title: \"a: b # c\" | a: b # c",
        "title: a # comment | a",
        "title: !!str 7 | 7",
        "HEADLINE: Yes | Yes",
        "x: &a Moved\\ntitle: *a | Moved",
        "title: >-\\n  two\\n  lines | two lines",
        "title: ~\\nheadline: second | second",
        "title:\\nheadline: second | second",
        "tags: [a, {b: c}]\\ntitle: t | t",
        "title: t\\ntitle: t | t",
        "title: 你好 🎉 | 你好 🎉"
      })
  void valuesAreAsWritten(String yaml, String title) throws Exception {
    assertEquals(Optional.of(title), header(yaml).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment", "title:", "title: ~", "title: '  '", "other: x"})
  void noTitle(String yaml) throws Exception {
    assertEquals(Optional.empty(), header(yaml).title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: a: b",
        "title: \"open",
        "title: *nobody",
        "title: a\ntitle: b",
        "Pub-Date: a\npub_date: b",
        "- a\n- b",
        "just words",
        "? [a, b]\n: c",
        "a: [b",
        "\ttitle: x",
        "title: \u0001",
        "--- more\na: b",
        "%TAG ! a"
      })
  void brokenHeadersAreRefused(String yaml) {
    refused(() -> header(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title: [a]", "title: {a: b}", "title: !!binary aGk=", "x: &a [*a]\ntitle: *a"})
  void whatIsUsedMustBeOneValue(String yaml) throws Exception {
    FrontMatter header = header(yaml);
    refused(header::title);
  }

  @Test
  void nestingIsBounded() {
    refused(() -> header("a: " + "[".repeat(30_000)));
    refused(() -> header("a: " + "{b: ".repeat(10_000)));
    refused(() -> header("- ".repeat(20_000)));
  }

  @Test
  void aliasesOfAliasesCostNothing() throws Exception {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      yaml.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }
    assertEquals(Optional.of("t"), header(yaml + "title: t").title());
  }

  @Test
  void lengthIsBounded() {
    refused(() -> header("title: " + "x".repeat(270_000)));
  }

  @Test
  void withoutItsEndItIsRefused() {
    refused(() -> FrontMatter.part("---\ntitle: x\nand so on"));
  }

  @Test
  void theRestIsTheBody() throws Exception {
    assertEquals("b\n---\nc", FrontMatter.part("---\ntitle: x\n---\nb\n---\nc").body());
    assertEquals("b", FrontMatter.part("--- \ntitle: x\n...\t\nb").body());
    assertEquals("--- a\nb", FrontMatter.part("--- a\nb").body());
    assertEquals(" ---\nb", FrontMatter.part(" ---\nb").body());
  }

  @ParameterizedTest
  @CsvSource({"true, true", "Yes, true", "false, false", "no, false", "~, false", "'', false"})
  void withdrawnInWords(String told, boolean withdrawn) throws Exception {
    assertEquals(withdrawn, header("withdrawn: " + told).withdrawn());
  }

  @Test
  void withdrawnIsNoDay() throws Exception {
    FrontMatter header = header("withdrawn: 2026-03-05");
    refused(header::withdrawn);
    assertTrue(header("status: WITHDRAWN").withdrawn());
  }

  @Test
  void theLineIsTold() {
    Refusal refusal = refused(() -> header("date: 2026-03-05\ntitle: a: b"));
    assertTrue(refusal.getMessage().contains("line 3"), refusal.getMessage());
  }

  @Property
  void quotedTextComesBack(@ForAll String any) throws Exception {
    String text = any.replaceAll("[^\\x20-\\x7E\\u00A0-\\uD7FF]", "");
    String quoted = "'" + text.replace("'", "''") + "'";
    Optional<String> expected = text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    assertEquals(expected, header("title: " + quoted).title());
  }

  @Property
  void anyHeaderIsReadOrRefused(@ForAll String any) {
    try {
      FrontMatter header = FrontMatter.part("---\n" + any + "\n---\n").header();
      assertTrue(header.fields().keySet().stream().noneMatch(name -> name.contains("_")));
    } catch (Refusal refusal) {
      assertEquals(RejectReason.FRONT_MATTER, refusal.asReading().reason());
    }
  }

  private static FrontMatter header(String yaml) throws Refusal {
    return FrontMatter.part("---\n" + yaml.replace("\\n", "\n") + "\n---\nbody").header();
  }

  private static Refusal refused(Executable step) {
    Refusal refusal = assertThrows(Refusal.class, step);
    assertEquals(RejectReason.FRONT_MATTER, refusal.asReading().reason());
    return refusal;
  }
}
