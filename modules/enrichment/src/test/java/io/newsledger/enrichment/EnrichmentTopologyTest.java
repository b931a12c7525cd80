package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTopologyTest {
  private static final String LEFT = "Ada Vale left Northlab";
  private static final String USERS = "Orbit has 5 users";
  private static final String MORE_USERS = "Orbit has 7 users";

  private EnrichmentDriver driver;

  @BeforeEach
  void open() {
    driver = new EnrichmentDriver();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  /**
   * Names in here are names of topics and of state on disk: a change of them orphans what exists.
   */
  @Test
  void theTopologyIsTheGoldenOne() throws IOException {
    String topology =
        EnrichmentTopology.build(
                new LineExtractor("v1"), Revisions.SERDES, EnrichmentDriver.settings())
            .describe()
            .toString();
    Path golden = Path.of("src/test/resources/enrichment-topology.txt");
    if (System.getProperty("golden.accept") != null) {
      Files.writeString(golden, topology);
    }
    assertEquals(Files.readString(golden, StandardCharsets.UTF_8), topology);
  }

  @Test
  void stateOnDiskIsStateInMemory(@TempDir Path directory) {
    List<Article> revisions =
        List.of(
            Revisions.of("a", "r2", 1, List.of(LEFT, MORE_USERS)),
            Revisions.of("a\uFFFF", "r3", 1, List.of(USERS)),
            Revisions.of("a", "r1", 0, List.of(USERS)));
    driver.accept(revisions);
    try (EnrichmentDriver onDisk = new EnrichmentDriver(directory)) {
      onDisk.accept(revisions);
      assertEquals(driver.state(), onDisk.state());
      assertEquals(driver.known().newest(), onDisk.known().newest());
    }
  }

  @Test
  void aNewArticleAssertsItsClaims() {
    List<SpecificRecord> sent = driver.accept(Revisions.revision("r1", 0, LEFT, USERS));
    TalentClaim left = (TalentClaim) sent.get(0);
    MarketClaim users = (MarketClaim) sent.get(1);
    assertEquals(2, sent.size());
    assertEquals("Ada Vale", left.getPerson());
    assertEquals(ClaimStatus.ASSERTED, left.getStatus());
    assertEquals(5, users.getValue());
    assertEquals(
        Set.of(left.getId(), users.getId()),
        driver.known().newest().keySet(),
        "records are keyed by claim");
  }

  @Test
  void aRevisedArticleSendsOnlyWhatDiffers() {
    driver.accept(Revisions.revision("r1", 0, LEFT, USERS));
    List<SpecificRecord> sent = driver.accept(Revisions.revision("r2", 1, LEFT, MORE_USERS));
    assertEquals(2, sent.size(), sent::toString);
    assertEquals(2, driver.known().standing().size());
    assertEquals(
        List.of(new KnownInterval(Revisions.at(0), Revisions.at(1))), market(sent, 5).getKnown());
    assertEquals(List.of(new KnownInterval(Revisions.at(1), null)), market(sent, 7).getKnown());
  }

  @Test
  void aWithdrawnArticleTakesItsClaimsBackAndARestoredOneMakesThemAgain() {
    driver.accept(Revisions.revision("r1", 0, USERS));
    MarketClaim withdrawn = only(driver.accept(Revisions.revision("r2", 1)));
    assertEquals(ClaimStatus.RETRACTED, withdrawn.getStatus());
    MarketClaim restored = only(driver.accept(Revisions.revision("r3", 2, USERS)));
    assertEquals(ClaimStatus.ASSERTED, restored.getStatus());
    MarketClaim again = only(driver.accept(Revisions.revision("r4", 3)));
    assertEquals(
        List.of(
            new KnownInterval(Revisions.at(0), Revisions.at(1)),
            new KnownInterval(Revisions.at(2), Revisions.at(3))),
        again.getKnown());
    assertEquals("r1", again.getRevision());
  }

  @Test
  void aWithdrawalThatComesFirstLeavesTheClaimForThePast() {
    assertEquals(List.of(), driver.accept(Revisions.revision("r2", 1)));
    MarketClaim late = only(driver.accept(Revisions.revision("r1", 0, USERS)));
    assertEquals(ClaimStatus.RETRACTED, late.getStatus());
    assertEquals(List.of(new KnownInterval(Revisions.at(0), Revisions.at(1))), late.getKnown());
  }

  @Test
  void anEarlierRevisionThatComesLateBecomesTheOneThatOffsetsCountIn() {
    driver.accept(Revisions.revision("r2", 1, "Hear this", USERS));
    MarketClaim late = only(driver.accept(Revisions.revision("r1", 0, USERS)));
    assertEquals("r1", late.getRevision());
    assertEquals(0, late.getQuote().getStart());
    assertEquals(List.of(new KnownInterval(Revisions.at(0), null)), late.getKnown());
  }

  @Test
  void theSameRevisionAgainSendsNothing() {
    Article revision = Revisions.revision("r1", 0, LEFT, USERS);
    driver.accept(revision, Revisions.revision("r2", 1, LEFT));
    var state = driver.state();
    assertEquals(List.of(), driver.accept(revision, revision));
    assertEquals(state, driver.state());
  }

  @Test
  void ofRevisionsOfOneInstantTheLastStandsWhicheverComesFirst() {
    Article loser = Revisions.revision("r1", 0, USERS);
    Article winner = Revisions.revision("r2", 0, MORE_USERS);
    driver.accept(loser, winner);
    try (EnrichmentDriver other = new EnrichmentDriver()) {
      other.accept(winner, loser);
      assertEquals(driver.known().newest(), other.known().newest());
    }
    assertEquals(1, driver.known().kept().size(), "what was never known is to be forgotten");
    assertEquals(2, driver.known().newest().size());
  }

  @Test
  void anotherExtractorReadsAllRevisionsAnewWhenTheArticleComesAgain() {
    Article first = Revisions.revision("r1", 0, LEFT, USERS);
    driver.accept(first, Revisions.revision("r2", 1, LEFT));
    driver.exchange(new LineExtractor("v2", "Ada"));
    List<SpecificRecord> sent = driver.accept(first);
    TalentClaim forgotten = (TalentClaim) sent.get(0);
    assertEquals(List.of(), forgotten.getKnown());
    assertEquals("v2", market(sent, 5).getExtractor());
    assertEquals(
        List.of("v2", "v2"), driver.readings().stream().map(RevisionClaims::getExtractor).toList());
    assertEquals(List.of(), driver.accept(first), "read anew once");
  }

  @Test
  void anotherExtractorReadsAllRevisionsAnewWhenANewOneComes() {
    driver.accept(Revisions.revision("r1", 0, USERS));
    driver.exchange(new LineExtractor("v2"));
    List<SpecificRecord> sent = driver.accept(Revisions.revision("r2", 1, USERS, LEFT));
    assertEquals("v2", market(sent, 5).getExtractor());
    assertEquals("r1", market(sent, 5).getRevision());
    assertEquals(2, sent.size());
  }

  @Test
  void anArticleThatCannotBeReadBecomesADeadLetterAndLeavesNoTrace() {
    driver.accept(Revisions.revision("r1", 0, USERS));
    var state = driver.state();
    assertEquals(
        List.of(),
        driver.accept(
            Revisions.revision("r2", 1, "unreadable"), Revisions.revision("r3", 2, "bottomless")));
    assertEquals(state, driver.state());
    assertEquals(
        List.of(
            "extractor v1 failed on revision r2 of article a1",
            "extractor v1 failed on revision r3 of article a1"),
        driver.refusals());
    assertEquals(1, driver.accept(Revisions.revision("r4", 3)).size(), "the next is processed");
  }

  @Test
  void aRereadingThatFailsLeavesTheArticleAsItWas() {
    driver.accept(Revisions.revision("r1", 0, USERS), Revisions.revision("r2", 1, USERS, LEFT));
    var state = driver.state();
    driver.exchange(new FailingOn(new LineExtractor("v2"), LEFT));
    assertEquals(List.of(), driver.accept(Revisions.revision("r3", 2, USERS)));
    assertEquals(state, driver.state(), "no mixture of extractors");
    assertEquals(1, driver.refusals().size());
  }

  @Test
  void aRevisionWithTheIdOfAnotherIsRefused() {
    driver.accept(Revisions.revision("r1", 0, USERS));
    assertEquals(List.of(), driver.accept(Revisions.revision("r1", 0, MORE_USERS)));
    assertEquals(
        List.of("revision r1 of article a1 came before with another content"), driver.refusals());
  }

  @Test
  void aRecordUnderAnotherKeyIsRefused() {
    driver.acceptAs("a2", Revisions.revision("r1", 0, USERS));
    driver.acceptAs(null, Revisions.revision("r1", 0, USERS));
    assertEquals(2, driver.refusals().size());
    assertTrue(driver.state().isEmpty());
  }

  @Test
  void aDeletionIsNoArticle() {
    driver.accept(Revisions.revision("r1", 0, USERS));
    driver.acceptAs("a1", null);
    assertEquals(List.of(), driver.accept());
    assertEquals(List.of(), driver.refusals());
  }

  @Test
  void articlesWhoseIdsBeginAlikeAreKeptApart() {
    driver.accept(Revisions.of("a", "r1", 0, List.of(USERS)));
    driver.accept(Revisions.of("ab", "r2", 1, List.of(MORE_USERS)));
    assertEquals(2, driver.known().standing().size());
  }

  private static MarketClaim market(List<SpecificRecord> sent, double value) {
    return sent.stream()
        .filter(MarketClaim.class::isInstance)
        .map(MarketClaim.class::cast)
        .filter(claim -> claim.getValue() == value)
        .findFirst()
        .orElseThrow();
  }

  private static MarketClaim only(List<SpecificRecord> sent) {
    assertEquals(1, sent.size(), sent::toString);
    return (MarketClaim) sent.get(0);
  }
}
