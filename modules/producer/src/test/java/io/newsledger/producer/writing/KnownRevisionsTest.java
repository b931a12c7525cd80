package io.newsledger.producer.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.ArticleIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownRevisionsTest {
  private static final String ARTICLE = "ffffffffffffffff0000000000000001";
  private static final String OTHER = "ffffffffffffffff0000000000000002";
  private static final String FIRST = "00000000000000000000000000000001";
  private static final String LAST = "ffffffffffffffffffffffffffffffff";

  private final KnownRevisions known = new KnownRevisions();

  @Test
  void entriesTellAllRevisionsSorted() {
    assertEquals(new ArticleIndex(ARTICLE, List.of(LAST)), known.add(ARTICLE, LAST));
    assertEquals(new ArticleIndex(ARTICLE, List.of(FIRST, LAST)), known.add(ARTICLE, FIRST));
    known.commit();
    assertTrue(known.has(ARTICLE, FIRST));
    assertFalse(known.has(OTHER));
  }

  @Test
  void whatFailsLeavesNoTrace() {
    known.load(new ArticleIndex(ARTICLE, List.of(FIRST)));
    known.add(ARTICLE, LAST);
    known.addReject(OTHER);
    assertTrue(known.has(OTHER));
    known.abort();
    assertFalse(known.has(OTHER));
    assertFalse(known.has(ARTICLE, LAST));
    assertTrue(known.has(ARTICLE, FIRST));
  }

  @Test
  void deletedEntriesAreForgotten() {
    known.load(new ArticleIndex(ARTICLE, List.of(FIRST)));
    known.forget(ARTICLE);
    assertFalse(known.has(ARTICLE));
  }

  @Test
  void strangeIdsAreTold() {
    assertThrows(
        IllegalArgumentException.class, () -> known.load(new ArticleIndex("x", List.of())));
    assertThrows(
        IllegalArgumentException.class, () -> known.load(new ArticleIndex("00ff", List.of())));
  }
}
