package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers which figures of an entity are known. Immutable. */
final class EntitySeries {
  private final StateReader state;
  private final Limits limits;

  EntitySeries(StateReader state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /** See {@link Ledger#series}. */
  ObjectNode of(String entity, Optional<Metric> metric, Page page, AsOf asOf) {
    Set<String> others = new TreeSet<>();
    Rows<SeriesPoint> points =
        known(asOf)
            .points(
                entities -> {
                  boolean wanted = entities.stream().anyMatch(one -> Names.same(entity, one));
                  if (!wanted) {
                    others.addAll(entities);
                  }
                  return wanted;
                });
    if (points.rows().isEmpty()) {
      throw new NotKnown(
          "no series of '" + entity + "' is known" + asOf.words(), Directory.like(entity, others));
    }
    List<SeriesPoint> wanted =
        points.rows().stream()
            .filter(point -> metric.isEmpty() || metric.get() == point.getMetric())
            .toList();
    Page.Part<SeriesPoint> part = page.of(wanted, SeriesView::place);
    Proof proof = proof(asOf);
    part.items().forEach(proof::add);
    ObjectNode answer = asOf.answer();
    answer.put("entity", named(entity, points.rows()));
    answer.put("metric", metric.map(Metric::name).orElse(null));
    answer.set("series", SeriesView.of(part.items(), wanted));
    part.describe(answer);
    return proof.prove(answer, points.truncated() || part.next().isPresent());
  }

  private static String named(String typed, List<SeriesPoint> points) {
    return points.stream()
        .flatMap(point -> point.getEntities().stream())
        .filter(name -> Names.same(typed, name))
        .min(String::compareTo)
        .orElse(typed);
  }

  private KnownState known(AsOf asOf) {
    return new KnownState(state, asOf, limits.scan());
  }

  private Proof proof(AsOf asOf) {
    return new Proof(state, asOf, limits.claims());
  }
}
