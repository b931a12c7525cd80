package io.newsledger.query.http;

import static io.newsledger.query.http.JsonSchemas.flag;
import static io.newsledger.query.http.JsonSchemas.list;
import static io.newsledger.query.http.JsonSchemas.object;
import static io.newsledger.query.http.JsonSchemas.oneOf;
import static io.newsledger.query.http.JsonSchemas.orNull;
import static io.newsledger.query.http.JsonSchemas.text;
import static io.newsledger.query.http.JsonSchemas.whole;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import java.util.List;

/** The part of the API that shows claims, articles, names and the work itself. */
final class OpenApiOfRecords {
  /** What an export leaves out of claims. */
  private static final List<String> HISTORY = List.of("status", "known");

  private final ApiTypes types;
  private final ApiPaths paths;

  OpenApiOfRecords(ApiTypes types, ApiPaths paths) {
    this.types = types;
    this.paths = paths;
  }

  void describe() {
    proof();
    directory();
    operations();
  }

  private void proof() {
    paths.add(
        "/claims",
        "Claims that pass a filter",
        List.of("person", "entity", "article", "gone", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "claims",
        list(types.claim),
        "total",
        whole(),
        "next",
        types.perhaps,
        "truncated",
        flag());
    paths.add(
        "/export",
        "The whole state, the same to the byte for the same articles",
        List.of("asOf", "at"),
        "alerts",
        list(types.schemas.event(Exodus.getClassSchema())),
        "articles",
        list(
            object(
                "id",
                text(),
                "title",
                types.perhaps,
                "source",
                types.perhaps,
                "url",
                types.perhaps,
                "publishedAt",
                text("date-time"),
                "revision",
                text())),
        "careers",
        list(types.schemas.event(Career.getClassSchema())),
        "claims",
        object(
            "talent", list(types.schemas.eventWithout(TalentClaim.getClassSchema(), HISTORY)),
            "market", list(types.schemas.eventWithout(MarketClaim.getClassSchema(), HISTORY))),
        "flows",
        list(types.schemas.event(Flow.getClassSchema())),
        "series",
        list(types.series),
        "shifts",
        list(types.schemas.event(Shift.getClassSchema())));
    paths.add(
        "/claims/{id}",
        "One claim, whether it stands or not",
        List.of("asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "claim",
        types.claim);
    paths.add(
        "/articles/{id}",
        "One article with its revisions and the claims in it",
        List.of("asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "id",
        text(),
        "withdrawn",
        flag(),
        "revisions",
        list(types.schemas.event(Article.getClassSchema())),
        "claims",
        list(types.claim),
        "truncated",
        flag());
  }

  private void directory() {
    ObjectNode person =
        object("person", text(), "name", text(), "names", list(text()), "movements", whole());
    ObjectNode entity =
        object(
            "name", text(), "movements", whole(), "points", whole(), "metrics", list(types.metric));
    paths.add(
        "/people",
        "People, those with the newest movements first",
        List.of("q", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "people",
        list(JsonSchemas.with(person, "latest", orNull(types.movement))),
        "total",
        whole(),
        "next",
        types.perhaps,
        "claims",
        types.claims,
        "truncated",
        flag());
    paths.add(
        "/entities",
        "Organisations and products, those of which most is known first",
        List.of("q", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "entities",
        list(entity),
        "total",
        whole(),
        "next",
        types.perhaps,
        "truncated",
        flag());
    paths.add(
        "/organisations/{name}",
        "What one organisation or product is to the ledger",
        List.of("asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
        "name",
        text(),
        "movements",
        whole(),
        "points",
        whole(),
        "metrics",
        list(types.metric),
        "total",
        orNull(types.flow),
        "alerts",
        list(types.schemas.event(Exodus.getClassSchema())),
        "shifts",
        list(types.schemas.event(Shift.getClassSchema())),
        "truncated",
        flag());
    paths.add(
        "/search",
        "Everything whose name or title holds what was typed",
        List.of("q", "limit", "cursor", "asOf", "at"),
        "asOf",
        types.day,
        "at",
        types.day,
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
        "totals",
        object("people", whole(), "entities", whole(), "articles", whole()),
        "next",
        types.perhaps,
        "truncated",
        flag());
    paths.add(
        "/days",
        "The days on which articles were published or changed",
        List.of(),
        "first",
        types.day,
        "last",
        types.day,
        "days",
        list(object("day", text("date"), "revisions", whole())),
        "truncated",
        flag());
  }

  private void operations() {
    paths.add("/health/live", "Whether the server answers", List.of(), "status", text());
    paths.add(
        "/health/ready",
        "Whether all state can be read and, if asked, no more than maxLag records wait",
        List.of("maxLag"),
        "status",
        text(),
        "lag",
        whole(),
        "applications",
        list(
            object(
                "application", text(),
                "state", text(),
                "lag", whole(),
                "restoring", whole(),
                "copying", whole())));
    paths.describe(
        "/metrics",
        "What is measured, as OpenMetrics or in the text format of Prometheus",
        List.of(),
        "application/openmetrics-text",
        text());
    paths.add(
        "/topology",
        "What the applications are made of, and which of it runs here",
        List.of(),
        "generation",
        whole(),
        "applications",
        list(
            object(
                "application", text(),
                "state", text(),
                "tasks", list(object("task", text(), "partitions", list(text()))),
                "nodes",
                    list(
                        object(
                            "name", text(),
                            "kind", oneOf(List.of("SOURCE", "PROCESSOR", "SINK")),
                            "subtopology", whole(),
                            "topics", list(text()),
                            "stores", list(text()),
                            "next", list(text()))))));
  }
}
