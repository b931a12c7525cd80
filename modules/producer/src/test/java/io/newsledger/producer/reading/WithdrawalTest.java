package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.newsledger.events.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithdrawalTest {
  private static final Instant LATER = Instant.parse("2026-03-06T00:00:00Z");

  @Test
  void isTheRevisionThatADocumentMakesThatSaysSo() {
    Article told = read("date: 2026-03-05\nurl: https://example.org/a\ntitle: One", "Text.");
    Article said =
        read(
            "date: 2026-03-05\nurl: https://example.org/a\ntitle: One\nmodified: 2026-03-06"
                + "\nstatus: withdrawn",
            "");
    assertEquals(said, Withdrawal.of(told, LATER));
  }

  @Test
  void comesAfterWhatItWithdraws() {
    Article told = read("date: 2026-03-05\nurl: https://example.org/a", "Text.");
    assertThrows(IllegalArgumentException.class, () -> Withdrawal.of(told, told.getRevisedAt()));
    Article gone = Withdrawal.of(told, told.getRevisedAt().plusMillis(1));
    assertThrows(IllegalArgumentException.class, () -> Withdrawal.of(gone, LATER));
  }

  @Test
  void articlesAreNamedByIdAndByAddress() {
    Article told = read("date: 2026-03-05\nurl: https://example.org/a", "Text.");
    assertEquals(Optional.of(told.getId()), Withdrawal.articleId(told.getId()));
    assertEquals(
        Optional.of(told.getId()), Withdrawal.articleId("http://EXAMPLE.org/a/?utm_source=x#top"));
    assertEquals(Optional.empty(), Withdrawal.articleId("example"));
  }

  private static Article read(String header, String body) {
    byte[] bytes = ("---\n" + header + "\n---\n" + body).getBytes(StandardCharsets.UTF_8);
    return ((Reading.Read) ArticleReader.strict().read("a.md", bytes)).article();
  }
}
