package io.newsledger.aggregation;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.Horizon;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.ScopeKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the claims of each point as rows, and the points, one a scope, that the live ones fold to.
 */
final class SeriesProcessor extends ContextualProcessor<String, MarketClaim, String, PointChange> {
  private Rows<MarketClaim> claims;
  private Rows<SeriesPoint> series;

  private SeriesProcessor() {}

  static ProcessorSupplier<String, MarketClaim, String, PointChange> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(
        SeriesProcessor::new,
        Set.of(Rows.builder(Stores.CLAIMS_BY_POINT, serdes), Rows.builder(Stores.SERIES, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, PointChange> context) {
    super.init(context);
    claims = Rows.of(context, Stores.CLAIMS_BY_POINT);
    series = Rows.of(context, Stores.SERIES);
  }

  @Override
  public void process(Record<String, MarketClaim> message) {
    MarketClaim claim = message.value();
    PointKey key = PointKey.of(claim);
    String subject = key.subject();
    String metric = key.metric().name();
    String[] point = {subject, metric, key.unit(), key.kind(), key.date()};
    String row = RowKey.of(subject, metric, key.unit(), key.kind(), key.date(), claim.getId());
    if (!claims.change(row, claim.getKnown().isEmpty() ? null : claim)) {
      return;
    }
    List<MarketClaim> all = claims.range(RowKey.first(point), RowKey.last(point));
    List<MarketClaim> live =
        all.stream().filter(one -> Horizon.latest().stands(one.getKnown())).toList();
    Map<String, SeriesPoint> points = PointFold.fold(key, live);
    // Scopes that have lost their last live claim have a point to be removed.
    TreeSet<String> scopes = new TreeSet<>(points.keySet());
    scopes.add(ScopeKey.of(claim.getScope()));
    for (String scope : scopes) {
      String[] place = {subject, metric, key.unit(), key.kind(), scope, key.date()};
      String at = RowKey.of(place);
      SeriesPoint before = series.get(at);
      SeriesPoint after = points.get(scope);
      if (series.change(at, before, after)) {
        context()
            .forward(
                message.withKey(String.join("|", place)).withValue(new PointChange(before, after)));
      }
    }
  }
}
