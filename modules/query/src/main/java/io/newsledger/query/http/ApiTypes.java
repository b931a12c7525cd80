package io.newsledger.query.http;

import static io.newsledger.query.http.JsonSchemas.flag;
import static io.newsledger.query.http.JsonSchemas.list;
import static io.newsledger.query.http.JsonSchemas.map;
import static io.newsledger.query.http.JsonSchemas.object;
import static io.newsledger.query.http.JsonSchemas.oneOf;
import static io.newsledger.query.http.JsonSchemas.orNull;
import static io.newsledger.query.http.JsonSchemas.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Bound;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import java.util.List;

/** What answers are made of, described once. */
final class ApiTypes {
  final JsonSchemas schemas = new JsonSchemas();
  final ObjectNode day = orNull(text("date"));
  final ObjectNode perhaps = orNull(text());
  final ObjectNode bound = schemas.event(Bound.getClassSchema());
  final ObjectNode metric = schemas.event(Metric.getClassSchema());
  final ObjectNode movement = schemas.event(Movement.getClassSchema());
  final ObjectNode told =
      schemas.name(
          "ToldMovement",
          object("person", text(), "name", text(), "told", day, "movement", movement));
  final ObjectNode flow =
      schemas.name("FlowOf", schemas.eventWithout(Flow.getClassSchema(), List.of("organisation")));
  final ObjectNode series = series();
  final ObjectNode claim = claim();
  final ObjectNode claims = map(claim);

  private ObjectNode series() {
    ObjectNode point =
        schemas.eventWithout(
            SeriesPoint.getClassSchema(),
            List.of("entities", "metric", "scope", "unit", "forecast"));
    return schemas.name(
        "Series",
        object(
            "entities", list(text()),
            "metric", metric,
            "scope", perhaps,
            "scopeWorded", perhaps,
            "unit", text(),
            "forecast", flag(),
            "points", list(schemas.name("PointOf", point))));
  }

  private ObjectNode claim() {
    ObjectNode article =
        schemas.name(
            "ArticleOfClaim",
            object(
                "id", text(),
                "title", perhaps,
                "source", perhaps,
                "url", perhaps,
                "publishedAt", orNull(text("date-time"))));
    ObjectNode talent =
        JsonSchemas.with(
            schemas.eventWithout(TalentClaim.getClassSchema(), List.of()),
            "kind",
            oneOf(List.of("TALENT")),
            "article",
            article);
    ObjectNode market =
        JsonSchemas.with(
            schemas.eventWithout(MarketClaim.getClassSchema(), List.of()),
            "kind",
            oneOf(List.of("MARKET")),
            "article",
            article);
    return schemas.name(
        "Claim",
        JsonSchemas.any(
            schemas.name("ClaimOnMovement", talent), schemas.name("ClaimOnFigure", market)));
  }
}
