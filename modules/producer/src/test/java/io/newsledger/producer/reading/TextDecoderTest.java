package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.newsledger.events.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final String TEXT = "Zoë joins a lab in Łódź, 你好\n“Yes”, she said 🎉\n";

  @Test
  void utf8WithAndWithoutMark() throws Exception {
    assertEquals(TEXT, TextDecoder.decode(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertEquals(TEXT, TextDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithMark(String charset) throws Exception {
    assertEquals(TEXT, TextDecoder.decode(("\uFEFF" + TEXT).getBytes(charset)));
  }

  @Test
  void utf16WithoutMarkIsToldFromText() {
    refused(RejectReason.BINARY, TEXT.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void utf16CutInTheMiddleOfACharacter() {
    byte[] bytes = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    refused(RejectReason.ENCODING, Arrays.copyOf(bytes, bytes.length - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "Windows-1252 # old site", "\"cp1252\"", "ISO-8859-1"})
  void declaredEncodings(String declared) throws Exception {
    String text = header(declared) + "Zoë said “yes” – for €5\n";
    assertEquals(text, TextDecoder.decode(text.getBytes("windows-1252")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "EUC-KR", "GB18030", "Big5", "KOI8-R", "ISO-8859-2"})
  void declaredEncodingsOfOtherScripts(String declared) throws Exception {
    Charset charset = Charset.forName(declared);
    StringBuilder words = new StringBuilder();
    "日本語 한국어 中文 Москва Łódź"
        .codePoints()
        .filter(c -> charset.newEncoder().canEncode(Character.toString(c)))
        .forEach(words::appendCodePoint);
    String text = header(declared) + words + "\n";
    assertEquals(text, TextDecoder.decode(text.getBytes(charset)));
  }

  @Test
  void utf8StaysUtf8WhateverItDeclares() throws Exception {
    String text = header("windows-1252") + TEXT;
    assertEquals(text, TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void otherBytesNeedADeclaration() {
    refused(RejectReason.ENCODING, "Zoë\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(
        RejectReason.ENCODING,
        "---\ntitle: x\n---\ncharset: latin1\nZoë\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"klingon", "x.y:z", "UTF-8", "UTF-16LE", "IBM500", "US-ASCII-7"})
  void declarationsThatCannotBeTrue(String declared) {
    refused(
        RejectReason.ENCODING,
        (header(declared) + "Zoë joins\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void brokenUtf8IsNotMended() {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    bytes[2] = (byte) 0xFF;
    refused(RejectReason.ENCODING, bytes);
  }

  @Test
  void binaryIsNoText() {
    refused(RejectReason.BINARY, new byte[] {'P', 'K', 3, 4, 0, 0});
    refused(
        RejectReason.BINARY, "\u001B[1mcolours\u001B[0m\u0007".getBytes(StandardCharsets.UTF_8));
    refused(RejectReason.BINARY, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0});
  }

  @Test
  void aStrayControlCharacterIsKept() throws Exception {
    String text = "Words before a form feed\fand a bell\u0007 " + "word ".repeat(30);
    assertEquals(text, TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void textThatGrowsOverTheBoundInUtf8() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(header("windows-1252").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes("€".repeat(ArticleReader.MAX_BYTES / 2).getBytes(Charset.forName("cp1252")));
    refused(RejectReason.TOO_LARGE, bytes.toByteArray());
  }

  @Property
  void anyTextSurvivesAnyOfItsEncodings(@ForAll String any) throws Exception {
    String text = any.replaceAll("[\\p{Cntrl}\\p{Cs}\uFEFF]", "") + ".";
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertEquals(text, TextDecoder.decode(("\uFEFF" + text).getBytes(charset)));
    }
    assertEquals(text, TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Property(tries = 300)
  void lineEndsTellNothing(@ForAll @Size(max = 6) List<@StringLength(max = 40) String> any)
      throws Exception {
    String[] lines =
        any.stream()
            .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Cs}\uFEFF]", ""))
            .toArray(String[]::new);
    String text = String.join("\n", lines);
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      assertEquals(
          text, TextDecoder.decode(String.join(end, lines).getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Property(tries = 200)
  void anyBytesAreTextOrRefused(@ForAll @Size(max = 1000) byte[] bytes) {
    try {
      String text = TextDecoder.decode(bytes);
      assertEquals(-1, text.indexOf('\r'));
      assertEquals(-1, text.indexOf('\uFFFD'));
    } catch (Refusal refusal) {
      assertEquals(Reading.Refused.class, refusal.asReading().getClass());
    }
  }

  private static String header(String declared) {
    return "---\ntitle: Old page\ncharset: " + declared + "\n---\n";
  }

  private static void refused(RejectReason reason, byte[] bytes) {
    Refusal refusal = assertThrows(Refusal.class, () -> TextDecoder.decode(bytes));
    assertEquals(reason, refusal.asReading().reason(), refusal.getMessage());
  }
}
