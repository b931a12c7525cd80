package io.newsledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.json.EventReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Asks a running ledger, with types. Names may be spelt as people print them. What is not known is
 * empty; every other failure is a {@link LedgerClientException}. Safe for use by several threads.
 */
public final class LedgerQueries {
  private static final int NOT_FOUND = 404;

  private final LedgerClient client;
  private final EventReader reader = new EventReader();

  /**
   * @param base address of the ledger, for instance http://127.0.0.1:7070
   * @param timeout bound on connecting, and on each answer
   */
  public LedgerQueries(URI base, Duration timeout) {
    this(new LedgerClient(base, timeout));
  }

  /** Asks through a client, with the credentials that it has. */
  public LedgerQueries(LedgerClient client) {
    this.client = Objects.requireNonNull(client, "client");
  }

  /** The career of a person. */
  public Optional<Career> career(String name, Times times) {
    return asked(LedgerClient.path("careers", name), times)
        .map(answer -> reader.read(answer.get("career"), Career.class));
  }

  /**
   * Flows of a calendar period.
   *
   * @param organisation null for all
   * @param period for instance 2026, 2026-Q1 or 2026-03
   */
  public List<Flow> flows(String organisation, String period, Times times) {
    return asked("/flows", times, "organisation", organisation, "period", period)
        .map(answer -> list(answer.get("flows"), Flow.class))
        .orElse(List.of());
  }

  /**
   * Points of all series of an organisation or product, by series and date.
   *
   * @param metric null for all
   */
  public List<SeriesPoint> series(String entity, Metric metric, Times times) {
    Optional<JsonNode> answer =
        asked(
            LedgerClient.path("series", entity),
            times,
            "metric",
            metric == null ? null : metric.name());
    List<SeriesPoint> points = new ArrayList<>();
    if (answer.isEmpty()) {
      return points;
    }
    for (JsonNode series : answer.get().get("series")) {
      ObjectNode shared = ((ObjectNode) series).deepCopy();
      shared.remove("points");
      for (JsonNode point : series.get("points")) {
        ObjectNode whole = shared.deepCopy();
        whole.setAll((ObjectNode) point);
        points.add(reader.read(whole, SeriesPoint.class));
      }
    }
    return points;
  }

  /**
   * Alerts: many who left one place within few days.
   *
   * @param organisation null for all
   */
  public List<Exodus> alerts(String organisation, Times times) {
    return asked("/alerts", times, "organisation", organisation)
        .map(answer -> list(answer.get("alerts"), Exodus.class))
        .orElse(List.of());
  }

  /**
   * Shifts: large changes between two figures.
   *
   * @param entity null for all
   */
  public List<Shift> shifts(String entity, Times times) {
    return asked("/shifts", times, "entity", entity)
        .map(answer -> list(answer.get("shifts"), Shift.class))
        .orElse(List.of());
  }

  /** A claim on a movement, whether it stands or not. */
  public Optional<TalentClaim> talentClaim(String id) {
    return talentClaim(id, Times.NOW);
  }

  /** The same as it looked then; empty if it had not been made. */
  public Optional<TalentClaim> talentClaim(String id, Times times) {
    return claim(id, "TALENT", times).map(claim -> reader.read(claim, TalentClaim.class));
  }

  /** A claim on a figure, whether it stands or not. */
  public Optional<MarketClaim> marketClaim(String id) {
    return marketClaim(id, Times.NOW);
  }

  /** The same as it looked then; empty if it had not been made. */
  public Optional<MarketClaim> marketClaim(String id, Times times) {
    return claim(id, "MARKET", times).map(claim -> reader.read(claim, MarketClaim.class));
  }

  /** The JSON of all other questions. */
  public LedgerClient json() {
    return client;
  }

  private Optional<JsonNode> claim(String id, String kind, Times times) {
    return asked(LedgerClient.path("claims", id), times)
        .map(answer -> answer.get("claim"))
        .filter(claim -> kind.equals(claim.path("kind").asText()));
  }

  private Optional<JsonNode> asked(String path, Times times, String... parameters) {
    Objects.requireNonNull(times, "times");
    try {
      return Optional.of(client.get(path, times.with(parameters)));
    } catch (LedgerClientException e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <T extends SpecificRecord> List<T> list(JsonNode items, Class<T> type) {
    List<T> events = new ArrayList<>(items.size());
    items.forEach(item -> events.add(reader.read(item, type)));
    return events;
  }
}
