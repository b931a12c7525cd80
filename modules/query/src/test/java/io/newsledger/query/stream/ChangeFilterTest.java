package io.newsledger.query.stream;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.query.BadQuestion;
import org.junit.jupiter.api.Test;

final class ChangeFilterTest {
  private final Change career = Change.of("1!", "talent.careers", "ada vale", 0, null);
  private final Change point =
      Change.of("1!", "market.series", "Comet+Orbit|USERS|COUNT|actual||2026-03", 0, null);
  private final Change flow = Change.of("1!", "talent.flows", "Northlab|2026-Q1", 0, null);

  @Test
  void changesAreChosenByTopicPersonAndOrganisation() {
    assertTrue(ChangeFilter.parse(null, null, " ").wants(career));
    assertTrue(ChangeFilter.parse("talent.flows, talent.careers", "Vale, Ada", null).wants(career));
    assertFalse(ChangeFilter.parse("talent.flows", null, null).wants(career));
    assertFalse(ChangeFilter.parse(null, "Bo Quill", null).wants(career));
    assertTrue(ChangeFilter.parse(null, null, "orbit").wants(point));
    assertTrue(ChangeFilter.parse(null, null, "Northlab").wants(flow));
    assertFalse(ChangeFilter.parse(null, null, "2026-Q1").wants(flow));
  }

  @Test
  void aTopicThatIsNoneToFollowIsRefusedWithThoseThatAre() {
    BadQuestion refused =
        assertThrows(BadQuestion.class, () -> ChangeFilter.parse("news.articles", null, null));
    assertTrue(refused.allowed().contains("talent.alerts"));
  }
}
