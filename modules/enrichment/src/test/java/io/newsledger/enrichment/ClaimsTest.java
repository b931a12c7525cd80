package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final String LEFT = "Ada Vale left Northlab";
  private static final String OTHER = "Nothing else was said";

  @Test
  void aClaimIsKnownSinceTheRevisionThatMakesIt() {
    TalentClaim claim = left(Revisions.revision("r1", 0, OTHER), Revisions.revision("r2", 1, LEFT));
    assertEquals(List.of(new KnownInterval(Revisions.at(1), null)), claim.getKnown());
    assertEquals(ClaimStatus.ASSERTED, claim.getStatus());
  }

  @Test
  void aClaimIsKnownUntilTheNextRevisionThatDoesNotMakeIt() {
    TalentClaim claim =
        left(
            Revisions.revision("r1", 0, LEFT),
            Revisions.revision("r2", 1, LEFT, OTHER),
            Revisions.revision("r3", 2, OTHER),
            Revisions.revision("r4", 3));
    assertEquals(List.of(new KnownInterval(Revisions.at(0), Revisions.at(2))), claim.getKnown());
    assertEquals(ClaimStatus.RETRACTED, claim.getStatus());
  }

  @Test
  void aClaimMadeAgainIsKnownAgain() {
    TalentClaim claim =
        left(
            Revisions.revision("r1", 0, LEFT),
            Revisions.revision("r2", 1),
            Revisions.revision("r3", 2, OTHER, LEFT));
    assertEquals(
        List.of(
            new KnownInterval(Revisions.at(0), Revisions.at(1)),
            new KnownInterval(Revisions.at(2), null)),
        claim.getKnown());
    assertEquals("r1", claim.getRevision());
    assertEquals(0, claim.getQuote().getStart(), "offsets count in the earliest revision");
  }

  @Test
  void ofRevisionsOfOneInstantTheLastStands() {
    TalentClaim superseded =
        left(Revisions.revision("r1", 0, LEFT), Revisions.revision("r2", 0, OTHER));
    assertEquals(List.of(), superseded.getKnown(), "never known: to be forgotten");
    assertEquals(ClaimStatus.RETRACTED, superseded.getStatus());
    TalentClaim standing =
        left(Revisions.revision("r1", 0, OTHER), Revisions.revision("r2", 0, LEFT));
    assertEquals(List.of(new KnownInterval(Revisions.at(0), null)), standing.getKnown());
  }

  @Test
  void aClaimLostAndMadeAgainInOneInstantDidNotCease() {
    TalentClaim claim =
        left(
            Revisions.revision("r1", 0, LEFT),
            Revisions.revision("r2", 1, OTHER),
            Revisions.revision("r3", 1, LEFT));
    assertEquals(List.of(new KnownInterval(Revisions.at(0), null)), claim.getKnown());
  }

  @Test
  void onlyDifferencesAreTold() {
    Claims before = claims(Revisions.revision("r1", 0, LEFT, "Orbit has 5 users"));
    Claims after =
        claims(
            Revisions.revision("r1", 0, LEFT, "Orbit has 5 users"),
            Revisions.revision("r2", 1, LEFT, "Orbit has 7 users"));
    Claims changes = before.changesTo(after);
    assertEquals(0, changes.talent().size());
    assertEquals(2, changes.market().size(), "one taken back, one new");
    assertTrue(after.changesTo(after).isEmpty());
  }

  @Test
  void whatNoRevisionClaimsIsToldAsForgotten() {
    Claims before = claims(Revisions.revision("r1", 0, LEFT));
    TalentClaim forgotten =
        before.changesTo(claims(Revisions.revision("r1", 0, OTHER))).talent().values().stream()
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(), forgotten.getKnown());
    assertEquals(ClaimStatus.RETRACTED, forgotten.getStatus());
  }

  private static Claims claims(Article... revisions) {
    ArticleReader reader = new ArticleReader(new LineExtractor("v1"), Revisions.SERDES);
    List<RevisionClaims> readings = new ArrayList<>();
    Stream.of(revisions).map(reader::read).forEach(readings::add);
    return Claims.of(readings);
  }

  private static TalentClaim left(Article... revisions) {
    Claims claims = claims(revisions);
    assertEquals(1, claims.talent().size());
    return claims.talent().get(claims.talent().firstKey());
  }
}
