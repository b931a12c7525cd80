package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final String URL = "url: https://example.com/a\n";
  private static final String BODY = "Ada Moor leaves Quill for Harbour.";
  private static final ArticleReader READER = ArticleReader.strict();

  @Test
  void everyField() {
    Article article =
        article(
            """
            title: "Moor: a change"
            date: 2026-03-05
            modified: 2026-03-06T10:00:00Z
            source: Compute Street
            url: http://Example.com/a/?utm_source=x#y
            """,
            BODY);
    assertEquals("Moor: a change", article.getTitle());
    assertEquals("Compute Street", article.getSource());
    assertEquals("https://example.com/a", article.getUrl());
    assertEquals(Instant.parse("2026-03-05T00:00:00Z"), article.getPublishedAt());
    assertEquals(Instant.parse("2026-03-06T10:00:00Z"), article.getRevisedAt());
    assertEquals(BODY, article.getBody());
    assertTrue(article.getId().matches("[0-9a-f]{32}"));
    assertTrue(article.getRevision().matches("[0-9a-f]{32}"));
  }

  @Test
  void identityIsThatOfTheAddress() {
    Article one = article("date: 2026-03-05\n" + URL, BODY);
    Article other =
        article(
            "published: 2026-04-01\ntitle: New\ncanonical: HTTP://EXAMPLE.COM:80/a/\n", "Else.");
    assertEquals(one.getId(), other.getId());
    assertNotEquals(one.getRevision(), other.getRevision());
    assertNotEquals(
        one.getId(), article("date: 2026-03-05\nurl: https://example.com/b\n", BODY).getId());
  }

  @Test
  void withoutAddressIdentityIsThatOfTheContent() {
    Article one = article("date: 2026-03-05\nsource: A\n", BODY);
    assertEquals(one, article("source: A\ndate: March 5, 2026\n", "\r\n\n" + BODY + "  \r\n\r\n"));
    assertEquals(one.getId(), article("date: 2026-03-05T09:00Z\nsource: A\n", BODY).getId());
    Set<String> ids = new HashSet<>();
    ids.add(one.getId());
    ids.add(article("date: 2026-03-05\nsource: B\n", BODY).getId());
    ids.add(article("date: 2026-03-06\nsource: A\n", BODY).getId());
    ids.add(article("date: 2026-03-05\nsource: A\ntitle: T\n", BODY).getId());
    ids.add(article("date: 2026-03-05\nsource: A\n", BODY + " Soon.").getId());
    assertEquals(5, ids.size());
  }

  @Test
  void revisionIsThatOfAllOtherFields() {
    String date = "date: 2026-03-05\n";
    Set<String> revisions = new HashSet<>();
    revisions.add(article(date + URL, BODY).getRevision());
    revisions.add(article(date + URL, BODY + " Soon.").getRevision());
    revisions.add(article(date + URL + "title: T\n", BODY).getRevision());
    revisions.add(article(date + URL + "source: T\n", BODY).getRevision());
    revisions.add(article("date: 2026-03-06\n" + URL, BODY).getRevision());
    revisions.add(article(date + URL + "modified: 2026-03-07\n", BODY).getRevision());
    revisions.add(article(date + "url: https://example.com/b\n", BODY).getRevision());
    revisions.add(article(date + URL + "modified: 2026-03-07\nwithdrawn: yes\n", "").getRevision());
    assertEquals(8, revisions.size());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05, 2026-03-07, 2026-03-07T00:00:00Z",
    "2026-03-05, 2026-03-05, 2026-03-05T00:00:00.001Z",
    "2026-03-05T14:00Z, 2026-03-05, 2026-03-05T14:00:00.001Z",
    "2026-03-05T14:00Z, 2026-03-05T14:00Z, 2026-03-05T14:00:00Z",
    "2026-03-05T14:00Z, 2026-03-05T13:00Z, 2026-03-05T14:00:00Z",
    "2026-03-05, 2026-02-01, 2026-03-05T00:00:00Z"
  })
  void revisionsAreOrderedByModificationButNeverBeforePublication(
      String published, String modified, Instant revised) {
    String header = "date: " + published + "\nmodified: " + modified + "\n";
    assertEquals(revised, article(header, BODY).getRevisedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05, 2026-03-10, 2026-03-10T00:00:00Z",
    "2026-03-05, 2026-03-05, 2026-03-05T00:00:00.001Z",
    "2026-03-05T14:00Z, 2026-03-05T14:00Z, 2026-03-05T14:00:00.001Z",
    "2026-03-05T14:00Z, 2026-03-01, 2026-03-05T14:00:00.001Z"
  })
  void aWithdrawalComesAfterWhatItWithdraws(String published, String modified, Instant revised) {
    String header = "date: " + published + "\n" + URL;
    Article withdrawn =
        article(header + "modified: " + modified + "\nstatus: Withdrawn\n", "Kept for the record.");
    assertNull(withdrawn.getBody());
    assertEquals(revised, withdrawn.getRevisedAt());
    assertTrue(withdrawn.getRevisedAt().isAfter(article(header, BODY).getRevisedAt()));
    assertEquals(article(header, BODY).getId(), withdrawn.getId());
  }

  @Test
  void withoutAddressAWithdrawalRepeatsTheWords() {
    String header = "date: 2026-03-05\nsource: A\n";
    Article withdrawn = article(header + "withdrawn: true\nmodified: 2026-03-10\n", BODY);
    assertEquals(article(header, BODY).getId(), withdrawn.getId());
    assertNull(withdrawn.getBody());
    refused(RejectReason.FRONT_MATTER, header + "withdrawn: true\nmodified: 2026-03-10\n", "");
    refused(RejectReason.FRONT_MATTER, header + URL + "withdrawn: true\n", "");
  }

  @Test
  void textBeginsAndEndsWithItsWords() {
    assertEquals(
        "  indented\n\nend",
        article("date: 2026-03-05\n", " \n\n  indented\n\nend\n \n").getBody());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n \n\t", "---\ndate: 2026-03-05\n---\n", "---\ndate: 2026-03-05\n---"})
  void withoutTextItIsEmpty(String text) {
    assertEquals(RejectReason.EMPTY, refused("a.md", text).reason());
  }

  @Test
  void publicationIsNeverGuessed() {
    assertEquals(RejectReason.FRONT_MATTER, refused("a.txt", BODY).reason());
    Instant given = Instant.parse("2026-03-05T12:00:00.123456Z");
    Article article =
        assertInstanceOf(
                Reading.Read.class, ArticleReader.withDefault(given).read("a.txt", bytes(BODY)))
            .article();
    assertEquals(Instant.parse("2026-03-05T12:00:00.123Z"), article.getPublishedAt());
    assertEquals(BODY, article.getBody());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "A.MD", "b.markdown", "c.TXT", "你 好.txt"})
  void kindsThatAreRead(String name) {
    assertInstanceOf(Reading.Read.class, READER.read(name, bytes("---\ndate: 2026-03-05\n---\nx")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.html", "a", "md", "a.md.gz", ""})
  void kindsThatAreNot(String name) {
    assertEquals(RejectReason.UNSUPPORTED, refused(name, BODY).reason());
  }

  @Test
  void whatIsTooLargeNeedNotBeSeen() {
    long bound = ArticleReader.MAX_BYTES;
    assertTrue(READER.refusedUnseen("a.md", bound).isEmpty());
    assertEquals(
        RejectReason.TOO_LARGE, READER.refusedUnseen("a.md", bound + 1).orElseThrow().reason());
    assertEquals(
        READER.refusedUnseen("a.md", bound + 1).orElseThrow(),
        READER.read("a.md", new byte[ArticleReader.MAX_BYTES + 1]));
  }

  @Property
  void anyBytesAreReadOrRefusedAndTheSameEachTime(
      @ForAll @Size(max = 500) byte[] any, @ForAll boolean dated) {
    byte[] head = bytes(dated ? "---\ndate: 2026-03-05\n---\n" : "---\n");
    byte[] all = new byte[head.length + any.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(any, 0, all, head.length, any.length);
    assertEquals(READER.read("a.md", all), READER.read("a.md", all.clone()));
  }

  private static Article article(String header, String body) {
    Reading reading = READER.read("a.md", bytes("---\n" + header + "---\n" + body));
    return assertInstanceOf(Reading.Read.class, reading, reading.toString()).article();
  }

  private static void refused(RejectReason reason, String header, String body) {
    assertEquals(reason, refused("a.md", "---\n" + header + "---\n" + body).reason());
  }

  private static Reading.Refused refused(String name, String text) {
    return assertInstanceOf(Reading.Refused.class, READER.read(name, bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
