package io.newsledger.query;

import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.PersonLink;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.Ends;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The ledger in one state of knowledge. The present one is read as it stands in the stores; one of
 * the past is folded from the claims known then.
 */
final class KnownState {
  private final StateReader state;
  private final AsOf asOf;
  private final int scan;

  /**
   * @param scan rows that one method looks at, at most
   */
  KnownState(StateReader state, AsOf asOf, int scan) {
    this.state = state;
    this.asOf = asOf;
    this.scan = scan;
  }

  /** The key of the person that a name means, by the key of the name. Links apply to all days. */
  String person(String name) {
    return state.get(Stores.LINKS, name).map(PersonLink::getPerson).orElse(name);
  }

  /** The keys of all names that mean a person, by key. */
  Set<String> names(String person) {
    Set<String> names = new TreeSet<>();
    names.add(person);
    boolean truncated =
        state.visit(
            Stores.LINKS,
            Keys.ALL,
            scan,
            (name, link) -> {
              if (link.getPerson().equals(person)) {
                names.add(name);
              }
            });
    if (truncated) {
      throw new TooLarge("there are more than " + scan + " linked names");
    }
    return names;
  }

  /** The career of a person, by key. */
  Optional<Career> career(String person) {
    if (asOf.isNow()) {
      return state.get(Stores.CAREERS, person);
    }
    Rows<TalentClaim> claims = talentClaims(person);
    if (claims.truncated()) {
      throw new TooLarge("there are more than " + scan + " claims on this person");
    }
    return CareerFold.fold(person, claims.rows());
  }

  /** The claims on a person that stand, by key. */
  Rows<TalentClaim> talentClaims(String person) {
    Rows<TalentClaim> all = state.rows(Stores.CLAIMS_BY_PERSON, Keys.under(person), scan);
    return new Rows<>(
        all.rows().stream().flatMap(claim -> asOf.seen(claim).stream()).toList(), all.truncated());
  }

  /**
   * Hands on every career, in no order.
   *
   * @return whether some were left out
   */
  boolean careers(Consumer<Career> visitor) {
    if (asOf.isNow()) {
      return state.visit(
          Stores.CAREERS, Keys.ALL, scan, (person, career) -> visitor.accept(career));
    }
    Groups<TalentClaim> people =
        new Groups<>((person, claims) -> CareerFold.fold(person, claims).ifPresent(visitor));
    boolean truncated =
        state.visit(
            Stores.CLAIMS_BY_PERSON,
            Keys.ALL,
            scan,
            (row, claim) -> people.add(parent(row), asOf.seen(claim)));
    people.end(truncated);
    return truncated;
  }

  /** Movements at one organisation, by its exact name, in order of date; undated ones last. */
  Rows<OrganisationMovement> movements(String organisation) {
    List<OrganisationMovement> ends = new ArrayList<>();
    boolean truncated;
    if (asOf.isNow()) {
      truncated =
          state.visit(
              Stores.MOVEMENTS, Keys.under(organisation), scan, (row, end) -> ends.add(end));
    } else {
      truncated =
          movements(
              end -> {
                if (end.getOrganisation().equals(organisation)) {
                  ends.add(end);
                }
              });
    }
    ends.sort(BY_DATE);
    return new Rows<>(ends, truncated);
  }

  /**
   * Hands on every movement at every organisation, in no order.
   *
   * @return whether some were left out
   */
  boolean movements(Consumer<OrganisationMovement> visitor) {
    if (asOf.isNow()) {
      return state.visit(Stores.MOVEMENTS, Keys.ALL, scan, (row, end) -> visitor.accept(end));
    }
    return careers(career -> Ends.of(career).forEach(visitor));
  }

  /** All points of series whose entities are wanted, in no order. */
  Rows<SeriesPoint> points(Predicate<List<String>> wanted) {
    List<SeriesPoint> points = new ArrayList<>();
    boolean truncated;
    if (asOf.isNow()) {
      truncated =
          state.visit(
              Stores.SERIES,
              Keys.ALL,
              scan,
              (row, point) -> {
                if (wanted.test(point.getEntities())) {
                  points.add(point);
                }
              });
    } else {
      Groups<MarketClaim> places =
          new Groups<>(
              (place, claims) ->
                  points.addAll(PointFold.fold(PointKey.of(claims.get(0)), claims).values()));
      truncated =
          state.visit(
              Stores.CLAIMS_BY_POINT,
              Keys.ALL,
              scan,
              (row, claim) ->
                  places.add(
                      parent(row),
                      wanted.test(claim.getEntities()) ? asOf.seen(claim) : Optional.empty()));
      places.end(truncated);
    }
    return new Rows<>(points, truncated);
  }

  /** The newest revision known of each article, withdrawn ones included. */
  boolean articles(Consumer<Article> visitor) {
    Groups<Article> articles =
        new Groups<>(
            (id, revisions) -> visitor.accept(revisions.stream().max(BY_TIME).orElseThrow()));
    boolean truncated =
        state.visit(
            Stores.ARTICLES,
            Keys.ALL,
            scan,
            (row, article) ->
                articles.add(parent(row), Optional.of(article).filter(one -> reaches(one))));
    articles.end(truncated);
    return truncated;
  }

  /** Revisions known of one article, the oldest first. */
  Rows<Article> revisions(String id) {
    Rows<Article> all = state.rows(Stores.ARTICLES, Keys.under(id), scan);
    return new Rows<>(
        all.rows().stream().filter(this::reaches).sorted(BY_TIME).toList(), all.truncated());
  }

  /** Talent claims that stand, each by itself; all that ever stood if those gone are wanted too. */
  Rows<TalentClaim> talentClaims(boolean gone, Predicate<TalentClaim> wanted, int limit) {
    List<TalentClaim> found = new ArrayList<>();
    boolean truncated =
        talentClaims(
            gone,
            wanted,
            claim -> {
              if (found.size() <= limit) {
                found.add(claim);
              }
            });
    return limited(found, limit, truncated);
  }

  /**
   * Hands them on, in no order.
   *
   * @return whether some were left out
   */
  boolean talentClaims(boolean gone, Predicate<TalentClaim> wanted, Consumer<TalentClaim> visitor) {
    return state.visit(
        Stores.TALENT_CLAIMS,
        Keys.ALL,
        scan,
        (id, claim) -> {
          if (wanted.test(claim)) {
            (gone ? asOf.told(claim) : asOf.seen(claim)).ifPresent(visitor);
          }
        });
  }

  /** Market claims that stand, each by itself; all that ever stood if those gone are wanted too. */
  Rows<MarketClaim> marketClaims(boolean gone, Predicate<MarketClaim> wanted, int limit) {
    List<MarketClaim> found = new ArrayList<>();
    boolean truncated =
        marketClaims(
            gone,
            wanted,
            claim -> {
              if (found.size() <= limit) {
                found.add(claim);
              }
            });
    return limited(found, limit, truncated);
  }

  /**
   * Hands them on, in no order.
   *
   * @return whether some were left out
   */
  boolean marketClaims(boolean gone, Predicate<MarketClaim> wanted, Consumer<MarketClaim> visitor) {
    return state.visit(
        Stores.MARKET_CLAIMS,
        Keys.ALL,
        scan,
        (id, claim) -> {
          if (wanted.test(claim)) {
            (gone ? asOf.told(claim) : asOf.seen(claim)).ifPresent(visitor);
          }
        });
  }

  AsOf asOf() {
    return asOf;
  }

  private boolean reaches(Article revision) {
    return asOf.horizon().reaches(revision.getRevisedAt());
  }

  private static <T> Rows<T> limited(List<T> found, int limit, boolean truncated) {
    boolean more = found.size() > limit;
    return new Rows<>(more ? found.subList(0, limit) : found, truncated || more);
  }

  /** The row's key without its last part. */
  private static String parent(String row) {
    return row.substring(0, row.lastIndexOf('\u0000'));
  }

  private static final Comparator<Article> BY_TIME =
      Comparator.comparing(Article::getRevisedAt).thenComparing(Article::getRevision);

  private static final Comparator<OrganisationMovement> BY_DATE =
      Comparator.comparing(
              (OrganisationMovement end) -> end.getMovement().getDate(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(OrganisationMovement::getPerson)
          .thenComparing(end -> end.getMovement().getId())
          .thenComparing(OrganisationMovement::getEnd);
}
