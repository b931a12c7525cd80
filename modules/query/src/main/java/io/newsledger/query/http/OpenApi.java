package io.newsledger.query.http;

import static io.newsledger.query.http.JsonSchemas.flag;
import static io.newsledger.query.http.JsonSchemas.list;
import static io.newsledger.query.http.JsonSchemas.number;
import static io.newsledger.query.http.JsonSchemas.object;
import static io.newsledger.query.http.JsonSchemas.orNull;
import static io.newsledger.query.http.JsonSchemas.text;
import static io.newsledger.query.http.JsonSchemas.whole;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.End;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import java.util.List;

/** The description of the API after OpenAPI 3.1; a test holds it against what is answered. */
final class OpenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiTypes types = new ApiTypes();
  private final ApiPaths paths = new ApiPaths();

  private OpenApi() {}

  /**
   * The document.
   *
   * @param version of the API
   */
  static ObjectNode document(String version) {
    OpenApi api = new OpenApi();
    api.talent();
    api.market();
    new OpenApiOfRecords(api.types, api.paths).describe();
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Newsledger")
        .put("version", version)
        .put(
            "description",
            "Who moves where and who holds what share, as the news has it. Every answer names the"
                + " claims it stands on. asOf asks for the ledger as it was known by the end of a"
                + " day (UTC), at for what was so by a day; from, to and period are of the time in"
                + " which something was so, too.");
    document.set("paths", api.paths.described());
    api.types.schemas.name("Problem", problem());
    document.putObject("components").set("schemas", api.types.schemas.named());
    return document;
  }

  private void talent() {
    paths.add(
        "/careers/{name}",
        "The career of a person, by any printed form of the name",
        List.of("asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "career",
        types.schemas.event(Career.getClassSchema()),
        "claims",
        types.claims,
        "truncated",
        flag());
    paths.add(
        "/flow/{name}",
        "Who came to an organisation and who left, in all and by calendar period",
        List.of("from", "to", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "organisation",
        text(),
        "window",
        text(),
        "total",
        orNull(types.flow),
        "periods",
        list(types.flow),
        "movements",
        list(
            object(
                "end", types.schemas.event(End.getClassSchema()),
                "counterpart", types.perhaps,
                "person", text(),
                "name", text(),
                "movement", types.movement)),
        "claims",
        types.claims,
        "truncated",
        flag());
    paths.add(
        "/flows",
        "Who went from where to where",
        List.of("organisation", "period", "from", "to", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "organisation",
        types.perhaps,
        "window",
        text(),
        "links",
        list(
            object(
                "from", types.perhaps,
                "to", types.perhaps,
                "people", whole(),
                "doubtful", whole(),
                "movements", list(text()))),
        "flows",
        list(types.schemas.event(Flow.getClassSchema())),
        "movements",
        list(types.told),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
    for (String path : List.of("/movements", "/organisations/{name}/movements")) {
      paths.add(
          path,
          "Movements, those told last first",
          path.contains("{")
              ? List.of("from", "to", "limit", "cursor", "asOf", "at")
              : List.of("organisation", "from", "to", "limit", "cursor", "asOf", "at"),
          "asOf",
          types.day,
          "at",
          types.day,
          "organisation",
          types.perhaps,
          "window",
          text(),
          "movements",
          list(types.told),
          "total",
          whole(),
          "next",
          types.perhaps,
          "claims",
          types.claims,
          "truncated",
          flag());
    }
    paths.add(
        "/alerts",
        "Many people who left one organisation within few days",
        List.of("organisation", "from", "to", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "organisation",
        types.perhaps,
        "window",
        text(),
        "alerts",
        list(types.schemas.event(Exodus.getClassSchema())),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
  }

  private void market() {
    paths.add(
        "/series/{name}",
        "All series of an organisation or product",
        List.of("metric", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "entity",
        text(),
        "metric",
        orNull(types.metric),
        "series",
        list(types.series),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
    paths.add(
        "/leaderboard",
        "Who holds how much at a date: of each the newest figure, the greatest first",
        List.of("metric", "scope", "at", "days", "limit", "cursor", "asOf"),
        "asOf",
        types.day,
        "metric",
        types.metric,
        "at",
        types.day,
        "days",
        whole(),
        "boards",
        list(
            object(
                "scope", types.perhaps,
                "scopeWorded", types.perhaps,
                "unit", text(),
                "rows",
                    list(
                        object(
                            "rank", whole(),
                            "counted", flag(),
                            "days", whole(),
                            "point", types.schemas.event(SeriesPoint.getClassSchema()))),
                "told",
                    orNull(
                        object(
                            "value", number(), "bound", types.bound, "rest", orNull(number()))))),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
    paths.add(
        "/shifts",
        "Large changes between two consecutive figures of one series",
        List.of("entity", "metric", "from", "to", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "entity",
        types.perhaps,
        "metric",
        orNull(types.metric),
        "window",
        text(),
        "shifts",
        list(types.schemas.event(Shift.getClassSchema())),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
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
