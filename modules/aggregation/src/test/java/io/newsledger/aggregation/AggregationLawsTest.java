package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.ClaimSets;
import io.newsledger.weighing.NameKey;
import io.newsledger.weighing.NameLinks;
import io.newsledger.weighing.StoryTexts;
import io.newsledger.weighing.Telling;
import io.newsledger.weighing.ViewSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.avro.specific.SpecificRecord;

/** The laws of the ledger on the topology, with its stores, rows and differences. */
class AggregationLawsTest {
  private Path directory;
  private LedgerDriver ledger;
  private int tries;

  private static final Instant TAKEN_BACK = Instant.parse("2026-04-01T00:00:00Z");

  @Property(tries = 60)
  void orderAndRepetitionDoNotMatter(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 12) int count) {
    List<SpecificRecord> claims = claims(seed, count);
    List<SpecificRecord> shuffled = new ArrayList<>(claims);
    shuffled.addAll(claims);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(views(claims), views(shuffled));
  }

  @Property(tries = 60)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int count) {
    List<SpecificRecord> claims = claims(seed, count);
    List<SpecificRecord> kept = claims.subList(0, claims.size() / 2);
    List<SpecificRecord> events = new ArrayList<>(claims);
    List<SpecificRecord> gone = claims.subList(claims.size() / 2, claims.size());
    gone.stream().filter(event -> !isAlias(event)).forEach(claim -> events.add(takenBack(claim)));
    assertEquals(
        views(kept),
        onLedger(
            events,
            () -> {
              gone.stream().filter(AggregationLawsTest::isAlias).forEach(ledger::forget);
              return ledger.views();
            }));
  }

  @Property(tries = 60)
  void everyPersonHasTheCareerThatTheirClaimsFoldTo(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 12) int count) {
    List<TalentClaim> claims = ClaimSets.talentClaims(seed, count);
    List<EntityAlias> made = ClaimSets.aliases(seed, 4);
    List<EntityAlias> undone = made.subList(0, made.size() / 2);
    NameLinks links = NameLinks.of(made.subList(made.size() / 2, made.size()));
    TreeMap<String, List<TalentClaim>> people = new TreeMap<>();
    for (TalentClaim claim : claims) {
      people
          .computeIfAbsent(links.person(NameKey.of(claim.getPerson())), p -> new ArrayList<>())
          .add(claim);
    }
    List<Career> expected =
        people.entrySet().stream()
            .map(person -> CareerFold.fold(person.getKey(), person.getValue()).orElseThrow())
            .toList();
    List<SpecificRecord> events = new ArrayList<>(claims);
    events.addAll(made);
    Collections.shuffle(events, new Random(shuffle));
    assertEquals(
        expected,
        onLedger(
            events,
            () -> {
              undone.forEach(ledger::forget);
              return ledger.rows(Stores.CAREERS);
            }));
  }

  @Property(tries = 60)
  void everyClaimHasTheStoryThatAllArticlesComeTo(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 10) int count) {
    // Articles stay, so those of each try are others.
    List<Article> revisions = StoryTexts.articles("try-" + ++tries + "-", seed, count);
    Map<String, List<Article>> articles =
        revisions.stream().collect(Collectors.groupingBy(Article::getId));
    List<Telling> tellings =
        articles.values().stream().flatMap(one -> Telling.of(one).stream()).toList();
    TreeMap<String, String> expected = new TreeMap<>();
    articles.keySet().forEach(id -> expected.put(id, id));
    tellings.forEach(one -> expected.put(one.article(), one.story(tellings)));
    List<SpecificRecord> claims = new ArrayList<>();
    for (String id : articles.keySet()) {
      claims.add(ClaimSets.talent("t-" + id, "2026-03-05").setArticleId(id).setTo("Lab").build());
      claims.add(ClaimSets.market("m-" + id, "2026-03-05").setArticleId(id).setValue(1).build());
    }
    List<SpecificRecord> events = new ArrayList<>(claims);
    events.addAll(revisions);
    events.addAll(revisions);
    Collections.shuffle(events, new Random(shuffle));
    ledger.accept(events);
    assertEquals(
        expected,
        stories(
            ledger.rows(Stores.TALENT_CLAIMS), TalentClaim::getArticleId, TalentClaim::getStory));
    assertEquals(
        expected,
        stories(
            ledger.rows(Stores.CLAIMS_BY_PERSON),
            TalentClaim::getArticleId,
            TalentClaim::getStory));
    assertEquals(
        expected,
        stories(
            ledger.rows(Stores.CLAIMS_BY_POINT), MarketClaim::getArticleId, MarketClaim::getStory));
    claims.forEach(ledger::forget);
    assertEquals(List.of(), ledger.rows(Stores.CLAIMS_BY_ARTICLE));
  }

  private static <T> Map<String, String> stories(
      List<T> claims, Function<T, String> article, Function<T, String> story) {
    TreeMap<String, String> stories = new TreeMap<>();
    for (T claim : claims) {
      String copied = story.apply(claim);
      stories.put(article.apply(claim), copied == null ? article.apply(claim) : copied);
    }
    return stories;
  }

  private static boolean isAlias(SpecificRecord event) {
    return event instanceof EntityAlias;
  }

  private static List<SpecificRecord> claims(long seed, int count) {
    List<SpecificRecord> claims = new ArrayList<>(ClaimSets.talentClaims(seed, count));
    claims.addAll(ClaimSets.marketClaims(seed, count));
    claims.addAll(ClaimSets.aliases(seed, count / 3));
    claims.addAll(ViewSets.departures(seed, count * 2));
    claims.addAll(ViewSets.figures(seed, count * 2));
    Collections.shuffle(claims, new Random(seed));
    return claims;
  }

  private static SpecificRecord takenBack(SpecificRecord claim) {
    return claim instanceof TalentClaim talent
        ? TalentClaim.newBuilder(talent).setKnown(until(talent.getKnown())).build()
        : MarketClaim.newBuilder((MarketClaim) claim)
            .setKnown(until(((MarketClaim) claim).getKnown()))
            .build();
  }

  private static List<KnownInterval> until(List<KnownInterval> known) {
    return List.of(new KnownInterval(known.get(0).getFrom(), TAKEN_BACK));
  }

  private String views(List<SpecificRecord> events) {
    return onLedger(events, ledger::views);
  }

  /** A ledger for each try would open and close files a thousand times: one is emptied instead. */
  @BeforeProperty
  void open() throws IOException {
    directory = Files.createTempDirectory("ledger");
    ledger = new LedgerDriver(directory);
  }

  @AfterProperty
  void close() throws IOException {
    ledger.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Does the work on an empty ledger, which is empty again when all it was told is forgotten. */
  private <T> T onLedger(List<? extends SpecificRecord> events, Supplier<T> work) {
    ledger.accept(events);
    T result = work.get();
    events.forEach(ledger::forget);
    assertEquals("{}", ledger.everything());
    return result;
  }
}
