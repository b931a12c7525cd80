package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.serde.EventSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Revisions of articles for tests: by hand, and sets in which ties and repetitions are likely. */
final class Revisions {
  static final EventSerdes SERDES = EventSerdes.singleObject();

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 4;
  private static final List<String> LINES =
      List.of(
          "Ada Vale left Northlab",
          "Bo Quill left Southlab",
          "Orbit has 5 users",
          "Orbit has 7 users",
          "Nothing else was said");

  private Revisions() {}

  /** A revision of article "a1" at the start of a day; withdrawn without lines. */
  static Article revision(String revision, int day, String... lines) {
    return of("a1", revision, day, List.of(lines));
  }

  /** A revision of an article at the start of a day; withdrawn without lines. */
  static Article of(String id, String revision, int day, List<String> lines) {
    return Article.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setRevisedAt(at(day))
        .setPublishedAt(at(0))
        .setSource("Wire")
        .setBody(lines.isEmpty() ? null : String.join("\n", lines))
        .build();
  }

  /** The start of a day, counted from 0. */
  static Instant at(int day) {
    return START.plusSeconds(86_400L * day);
  }

  /** Articles of up to seven revisions on four days, so that some share their time. */
  static Arbitrary<List<Article>> arbitrary(String id) {
    Arbitrary<List<String>> lines =
        Arbitraries.oneOf(
            Arbitraries.of(LINES).list().ofMaxSize(5), Arbitraries.of(LINES).list().ofMaxSize(1));
    Arbitrary<Article> revision =
        Combinators.combine(
                Arbitraries.integers().between(0, 999),
                Arbitraries.integers().between(0, DAYS - 1),
                lines)
            .as((number, day, text) -> of(id, "r" + number, day, text));
    return revision.list().ofMinSize(1).ofMaxSize(7).uniqueElements(Article::getRevision);
  }

  /** The lines of a revision that claim something. */
  static Set<String> claimed(Article revision) {
    String body = revision.getBody() == null ? "" : revision.getBody();
    Set<String> lines = new TreeSet<>(Arrays.asList(body.split("\n", -1)));
    lines.removeIf(line -> line.isEmpty() || line.startsWith("Nothing"));
    return lines;
  }

  /** A withdrawal after all of these. */
  static Article withdrawal(List<Article> revisions) {
    return of(revisions.get(0).getId(), "withdrawn", DAYS, List.of());
  }

  /** Those published before an instant. */
  static List<Article> before(Instant end, List<Article> revisions) {
    List<Article> early = new ArrayList<>(revisions);
    early.removeIf(revision -> !revision.getRevisedAt().isBefore(end));
    return early;
  }
}
