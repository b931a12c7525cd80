package io.newsledger.query.http;

import static io.newsledger.query.http.JsonSchemas.flag;
import static io.newsledger.query.http.JsonSchemas.list;
import static io.newsledger.query.http.JsonSchemas.map;
import static io.newsledger.query.http.JsonSchemas.number;
import static io.newsledger.query.http.JsonSchemas.object;
import static io.newsledger.query.http.JsonSchemas.oneOf;
import static io.newsledger.query.http.JsonSchemas.orNull;
import static io.newsledger.query.http.JsonSchemas.text;
import static io.newsledger.query.http.JsonSchemas.whole;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import io.newsledger.events.Bound;
import io.newsledger.events.Career;
import io.newsledger.events.End;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import java.util.List;

/** The description of the API after OpenAPI 3.1; a test holds it against what is answered. */
final class OpenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What an export leaves out of claims. */
  private static final List<String> HISTORY = List.of("status", "known");

  private final JsonSchemas schemas = new JsonSchemas();
  private final ObjectNode paths = JSON.objectNode();
  private final ObjectNode day = orNull(text("date"));
  private final ObjectNode perhaps = orNull(text());
  private final ObjectNode bound = schemas.event(Bound.getClassSchema());
  private final ObjectNode metric = schemas.event(Metric.getClassSchema());
  private final ObjectNode movement = schemas.event(Movement.getClassSchema());
  private final ObjectNode told =
      schemas.name(
          "ToldMovement",
          object("person", text(), "name", text(), "told", day, "movement", movement));
  private final ObjectNode flow =
      schemas.name("FlowOf", schemas.eventWithout(Flow.getClassSchema(), List.of("organisation")));
  private final ObjectNode series = series();
  private final ObjectNode claim = claim();
  private final ObjectNode claims = map(claim);

  private OpenApi() {}

  /** The document. */
  static ObjectNode document(String version) {
    OpenApi api = new OpenApi();
    api.talent();
    api.market();
    api.proof();
    api.directory();
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Newsledger")
        .put("version", version)
        .put(
            "description",
            "Who moves where and who holds what share, as the news has it. Every answer names the"
                + " claims it stands on. asOf asks for the ledger as it was known by the end of a"
                + " day (UTC); from, to, period and at are of the time in which something was so.");
    document.set("paths", api.paths);
    api.schemas.name("Problem", problem());
    document.putObject("components").set("schemas", api.schemas.named());
    return document;
  }

  private void talent() {
    add(
        "/careers/{name}",
        "The career of a person, by any printed form of the name",
        List.of("asOf"),
        "asOf",
        day,
        "career",
        schemas.event(Career.getClassSchema()),
        "claims",
        claims,
        "truncated",
        flag());
    add(
        "/flow/{name}",
        "Who came to an organisation and who left, in all and by calendar period",
        List.of("from", "to", "asOf"),
        "asOf",
        day,
        "organisation",
        text(),
        "window",
        text(),
        "total",
        orNull(flow),
        "periods",
        list(flow),
        "movements",
        list(
            object(
                "end", schemas.event(End.getClassSchema()),
                "counterpart", perhaps,
                "person", text(),
                "name", text(),
                "movement", movement)),
        "claims",
        claims,
        "truncated",
        flag());
    add(
        "/flows",
        "Who went from where to where",
        List.of("organisation", "period", "from", "to", "asOf"),
        "asOf",
        day,
        "organisation",
        perhaps,
        "window",
        text(),
        "links",
        list(
            object(
                "from", perhaps,
                "to", perhaps,
                "people", whole(),
                "doubtful", whole(),
                "movements", list(text()))),
        "flows",
        list(schemas.event(Flow.getClassSchema())),
        "movements",
        list(told),
        "claims",
        claims,
        "truncated",
        flag());
    for (String path : List.of("/movements", "/organisations/{name}/movements")) {
      add(
          path,
          "Movements, those told last first",
          path.contains("{")
              ? List.of("from", "to", "limit", "cursor", "asOf")
              : List.of("organisation", "from", "to", "limit", "cursor", "asOf"),
          "asOf",
          day,
          "organisation",
          perhaps,
          "window",
          text(),
          "movements",
          list(told),
          "total",
          whole(),
          "next",
          perhaps,
          "claims",
          claims,
          "truncated",
          flag());
    }
    add(
        "/alerts",
        "Many people who left one organisation within few days",
        List.of("organisation", "from", "to", "asOf"),
        "asOf",
        day,
        "organisation",
        perhaps,
        "window",
        text(),
        "alerts",
        list(schemas.event(Exodus.getClassSchema())),
        "claims",
        claims,
        "truncated",
        flag());
  }

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

  private void market() {
    add(
        "/series/{name}",
        "All series of an organisation or product",
        List.of("metric", "asOf"),
        "asOf",
        day,
        "entity",
        text(),
        "metric",
        orNull(metric),
        "series",
        list(series),
        "claims",
        claims,
        "truncated",
        flag());
    add(
        "/leaderboard",
        "Who holds how much at a date: of each the newest figure, the greatest first",
        List.of("metric", "scope", "at", "days", "asOf"),
        "asOf",
        day,
        "metric",
        metric,
        "at",
        day,
        "days",
        whole(),
        "boards",
        list(
            object(
                "scope", perhaps,
                "scopeWorded", perhaps,
                "unit", text(),
                "rows",
                    list(
                        object(
                            "rank", whole(),
                            "counted", flag(),
                            "days", whole(),
                            "point", schemas.event(SeriesPoint.getClassSchema()))),
                "told",
                    orNull(object("value", number(), "bound", bound, "rest", orNull(number()))))),
        "claims",
        claims,
        "truncated",
        flag());
    add(
        "/shifts",
        "Large changes between two consecutive figures of one series",
        List.of("entity", "metric", "from", "to", "asOf"),
        "asOf",
        day,
        "entity",
        perhaps,
        "metric",
        orNull(metric),
        "window",
        text(),
        "shifts",
        list(schemas.event(Shift.getClassSchema())),
        "claims",
        claims,
        "truncated",
        flag());
  }

  private void proof() {
    add(
        "/claims",
        "Claims that pass a filter",
        List.of("person", "entity", "article", "gone", "asOf"),
        "asOf",
        day,
        "claims",
        list(claim),
        "truncated",
        flag());
    add(
        "/export",
        "The whole state, the same to the byte for the same articles",
        List.of("asOf"),
        "alerts",
        list(schemas.event(Exodus.getClassSchema())),
        "articles",
        list(
            object(
                "id",
                text(),
                "title",
                perhaps,
                "source",
                perhaps,
                "url",
                perhaps,
                "publishedAt",
                text("date-time"),
                "revision",
                text())),
        "careers",
        list(schemas.event(Career.getClassSchema())),
        "claims",
        object(
            "talent", list(schemas.eventWithout(TalentClaim.getClassSchema(), HISTORY)),
            "market", list(schemas.eventWithout(MarketClaim.getClassSchema(), HISTORY))),
        "flows",
        list(schemas.event(Flow.getClassSchema())),
        "series",
        list(series),
        "shifts",
        list(schemas.event(Shift.getClassSchema())));
    add("/claims/{id}", "One claim, whether it stands or not", List.of(), "claim", claim);
    add(
        "/articles/{id}",
        "One article with its revisions and the claims in it",
        List.of("asOf"),
        "asOf",
        day,
        "id",
        text(),
        "withdrawn",
        flag(),
        "revisions",
        list(schemas.event(Article.getClassSchema())),
        "claims",
        list(claim),
        "truncated",
        flag());
  }

  private void directory() {
    ObjectNode person =
        object("person", text(), "name", text(), "names", list(text()), "movements", whole());
    ObjectNode entity =
        object("name", text(), "movements", whole(), "points", whole(), "metrics", list(metric));
    add(
        "/people",
        "People, those with the newest movements first",
        List.of("q", "limit", "asOf"),
        "asOf",
        day,
        "people",
        list(JsonSchemas.with(person, "latest", orNull(movement))),
        "total",
        whole(),
        "claims",
        claims,
        "truncated",
        flag());
    add(
        "/entities",
        "Organisations and products, those of which most is known first",
        List.of("q", "limit", "asOf"),
        "asOf",
        day,
        "entities",
        list(entity),
        "total",
        whole(),
        "truncated",
        flag());
    add(
        "/organisations/{name}",
        "What one organisation or product is to the ledger",
        List.of("asOf"),
        "asOf",
        day,
        "name",
        text(),
        "movements",
        whole(),
        "points",
        whole(),
        "metrics",
        list(metric),
        "total",
        orNull(flow),
        "alerts",
        list(schemas.event(Exodus.getClassSchema())),
        "shifts",
        list(schemas.event(Shift.getClassSchema())),
        "truncated",
        flag());
    add(
        "/search",
        "Everything whose name or title holds what was typed",
        List.of("q", "limit", "asOf"),
        "asOf",
        day,
        "q",
        text(),
        "people",
        list(person),
        "entities",
        list(entity),
        "articles",
        list(
            object(
                "id", text(),
                "title", text(),
                "source", text(),
                "publishedAt", text("date-time"))),
        "truncated",
        flag());
    add(
        "/days",
        "The days on which articles were published or changed",
        List.of(),
        "first",
        day,
        "last",
        day,
        "days",
        list(object("day", text("date"), "revisions", whole())),
        "truncated",
        flag());
    add("/health/live", "Whether the server answers", List.of(), "status", text());
    add("/health/ready", "Whether all state can be read", List.of(), "status", text());
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

  private void add(String path, String words, List<String> query, Object... answer) {
    ObjectNode get = paths.putObject(path).putObject("get").put("summary", words);
    ArrayNode parameters = get.putArray("parameters");
    if (path.contains("{")) {
      String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
      parameters.add(parameter(name, "path").put("required", true));
    }
    query.forEach(name -> parameters.add(parameter(name, "query")));
    ObjectNode responses = get.putObject("responses");
    response(responses, "200", "The answer", "application/json", object(answer));
    response(
        responses,
        "default",
        "Why there is none, and what to do",
        "application/problem+json",
        JSON.objectNode().put("$ref", "#/components/schemas/Problem"));
  }

  private static ObjectNode parameter(String name, String in) {
    ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in);
    ObjectNode schema =
        switch (name) {
          case "asOf" -> text("date");
          case "limit", "days" -> whole().put("minimum", 1);
          case "gone" -> flag();
          default -> text();
        };
    parameter.set("schema", schema);
    return parameter;
  }

  private static void response(
      ObjectNode responses, String status, String words, String type, ObjectNode schema) {
    responses
        .putObject(status)
        .put("description", words)
        .putObject("content")
        .putObject(type)
        .set("schema", schema);
  }

  private static ObjectNode problem() {
    ObjectNode problem =
        object("type", text(), "status", whole(), "title", text(), "detail", text());
    ObjectNode properties = (ObjectNode) problem.get("properties");
    properties.set("allowed", list(text()));
    properties.set("suggestions", list(text()));
    return problem;
  }
}
