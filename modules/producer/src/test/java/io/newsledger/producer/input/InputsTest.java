package io.newsledger.producer.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String ARTICLE = "---\ndate: 2026-03-05\n---\nAda Moor joins Harbour.";
  private static final InputReader READER = new InputReader(ArticleReader.strict());

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of(
            "b.md",
            "a one.md",
            "你好 ü.txt",
            "README.md",
            "notes.html",
            ".hidden.md",
            "sub/c.md",
            "sub/deep/d[1].md",
            ".git/e.md")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, ARTICLE);
    }
  }

  @Test
  void aFolderOffersAllBelowItInOrder() {
    Inputs inputs = of(folder.toString());
    assertEquals(
        List.of("a one.md", "b.md", "notes.html", "sub/c.md", "sub/deep/d[1].md", "你好 ü.txt"),
        names(inputs));
    assertEquals(List.of(), inputs.missing());
  }

  @Test
  void filesAreOfferedAsNamedEvenTwice() {
    String hidden = folder.resolve(".hidden.md").toString();
    String bracket = folder.resolve("sub/deep/d[1].md").toString();
    assertEquals(
        List.of(".hidden.md", "sub/deep/d[1].md", ".hidden.md"),
        names(of(hidden, bracket, hidden)));
  }

  @Test
  void patternsMatchBelowTheirFixedPart() {
    assertEquals(List.of("README.md", "a one.md", "b.md"), names(of(folder + "/*.md")));
    assertEquals(List.of("sub/c.md", "sub/deep/d[1].md"), names(of(folder + "/sub/**.md")));
    assertEquals(List.of("b.md", "你好 ü.txt"), names(of(folder + "/{b.md,你*.txt}")));
  }

  @Test
  void whatIsNotThereIsTold() {
    List<String> wrong =
        List.of(folder + "/none.md", folder + "/*.pdf", folder + "/[", folder + "/no/*.md", "a\0b");
    Inputs inputs = Inputs.of(wrong, InputStream.nullInputStream());
    assertEquals(wrong, inputs.missing());
    assertEquals(List.of(), inputs.inputs());
  }

  @Test
  void standardInputIsReadOnce() {
    InputStream in = new ByteArrayInputStream(ARTICLE.getBytes(StandardCharsets.UTF_8));
    Input input = Inputs.of(List.of("-"), in).inputs().get(0);
    assertEquals("standard input", input.origin());
    try (Offers offers = new OfferReader(ArticleReader.strict()).offers(input)) {
      assertInstanceOf(Reading.Read.class, offers.next().reading());
      assertFalse(offers.hasNext());
    }
  }

  @Test
  void aCircleOfLinksIsToldAndLeft() throws IOException {
    Files.createSymbolicLink(folder.resolve("sub/up"), folder);
    Files.createSymbolicLink(folder.resolve("self.md"), Path.of("self.md"));
    Files.createSymbolicLink(folder.resolve("nowhere.md"), Path.of("gone.md"));
    Files.createSymbolicLink(folder.resolve("also.md"), Path.of("b.md"));
    List<String> unreadable =
        of(folder.toString()).inputs().stream()
            .map(READER::read)
            .filter(offer -> isRefused(offer, RejectReason.UNREADABLE))
            .map(offer -> relative(offer.input()))
            .toList();
    assertEquals(List.of("nowhere.md", "self.md", "sub/up"), unreadable);
    assertEquals(10, of(folder.toString()).inputs().size());
  }

  @Test
  void pipesAndDevicesInFoldersAreLeftOut() throws Exception {
    Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe.md").toString()).start();
    assertEquals(0, made.waitFor());
    assertEquals(6, of(folder.toString()).inputs().size());
  }

  @Test
  void aFileThatVanishesIsRefused() throws IOException {
    Input input = Input.file(folder.resolve("b.md"));
    Files.delete(folder.resolve("b.md"));
    assertTrue(isRefused(READER.read(input), RejectReason.UNREADABLE));
  }

  @Test
  void anIdIsTheNameWithoutItsEnding() {
    assertEquals("a one", Input.file(folder.resolve("a one.md")).id());
    assertEquals("a.b", Input.file(folder.resolve("a.b.txt")).id());
    assertEquals(".md", Input.file(folder.resolve(".md")).id());
    assertEquals("a", Input.file(folder.resolve("x/../a")).id());
  }

  private static boolean isRefused(Offer offer, RejectReason reason) {
    return offer.reading() instanceof Reading.Refused refused && refused.reason() == reason;
  }

  private static Inputs of(String... arguments) {
    return Inputs.of(List.of(arguments), InputStream.nullInputStream());
  }

  private List<String> names(Inputs inputs) {
    return inputs.inputs().stream().map(this::relative).toList();
  }

  private String relative(Input input) {
    return folder.toAbsolutePath().relativize(Path.of(input.origin())).toString();
  }
}
