package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.query.AsOf;
import io.newsledger.query.BadQuestion;
import io.newsledger.query.ClaimFilter;
import io.newsledger.query.LeaderboardQuestion;
import io.newsledger.query.Ledger;
import io.newsledger.query.NotKnown;
import io.newsledger.query.Page;
import io.newsledger.query.TooLarge;
import io.newsledger.query.Window;
import io.newsledger.query.state.StateUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which address asks which question, and how errors look. */
final class LedgerRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerRoutes.class);
  private static final int DEFAULT_LIMIT = 50;

  /** Of the API, not of the program. */
  private static final String VERSION = "1";

  /** Seconds after which a client may ask again while the state cannot be read. */
  private static final String RETRY_AFTER = "2";

  private final Ledger ledger;

  LedgerRoutes(Ledger ledger) {
    this.ledger = ledger;
  }

  void add(RoutesConfig routes) {
    routes.get("/career/{name}", this::career);
    routes.get("/careers/{name}", this::career);
    routes.get("/flow/{organisation}", this::flow);
    routes.get("/series/{entity}", this::series);
    routes.get("/flows", this::flows);
    routes.get("/movements", this::movements);
    routes.get("/organisations/{name}", this::organisation);
    routes.get("/organisations/{name}/movements", this::movementsOf);
    routes.get("/search", this::search);
    routes.get("/days", this::days);
    routes.get("/alerts", this::alerts);
    routes.get("/shifts", this::shifts);
    routes.get("/leaderboard", this::leaderboard);
    routes.get("/claims", this::claims);
    routes.get("/claims/{id}", this::claim);
    routes.get("/articles/{id}", this::article);
    routes.get("/people", this::people);
    routes.get("/entities", this::entities);
    routes.get("/export", this::export);
    byte[] description =
        CanonicalJson.write(OpenApi.document(VERSION)).getBytes(StandardCharsets.UTF_8);
    routes.get(
        "/openapi.json", request -> request.contentType("application/json").result(description));
    routes.get("/health/live", request -> send(request, health("up")));
    routes.get("/health/ready", this::ready);
    problems(routes);
  }

  private void career(Context request) {
    only(request, Set.of("asOf"));
    answer(request, () -> ledger.career(request.pathParam("name"), asOf(request)));
  }

  private void flow(Context request) {
    only(request, Set.of("from", "to", "asOf"));
    answer(
        request,
        () -> ledger.flow(request.pathParam("organisation"), window(request), asOf(request)));
  }

  private void series(Context request) {
    only(request, Set.of("metric", "asOf"));
    answer(
        request,
        () ->
            ledger.series(
                request.pathParam("entity"),
                Ledger.metric(request.queryParam("metric")),
                asOf(request)));
  }

  private void flows(Context request) {
    only(request, Set.of("organisation", "period", "from", "to", "asOf"));
    Optional<String> period = given(request, "period");
    if (period.isPresent()
        && (given(request, "from").isPresent() || given(request, "to").isPresent())) {
      throw new BadQuestion("give a period, or from and to, not both", List.of());
    }
    Window window = period.map(Window::period).orElseGet(() -> window(request));
    answer(request, () -> ledger.flows(given(request, "organisation"), window, asOf(request)));
  }

  private void movements(Context request) {
    only(request, Set.of("organisation", "from", "to", "limit", "cursor", "asOf"));
    answer(
        request,
        () ->
            ledger.movements(
                given(request, "organisation"), window(request), page(request), asOf(request)));
  }

  private void movementsOf(Context request) {
    only(request, Set.of("from", "to", "limit", "cursor", "asOf"));
    answer(
        request,
        () ->
            ledger.movements(
                Optional.of(request.pathParam("name")),
                window(request),
                page(request),
                asOf(request)));
  }

  private void organisation(Context request) {
    only(request, Set.of("asOf"));
    answer(request, () -> ledger.organisation(request.pathParam("name"), asOf(request)));
  }

  private void search(Context request) {
    only(request, Set.of("q", "limit", "asOf"));
    answer(
        request,
        () -> ledger.search(given(request, "q").orElse(""), page(request).limit(), asOf(request)));
  }

  private void days(Context request) {
    only(request, Set.of());
    answer(request, () -> ledger.days());
  }

  private void alerts(Context request) {
    only(request, Set.of("organisation", "from", "to", "asOf"));
    answer(
        request,
        () -> ledger.alerts(given(request, "organisation"), window(request), asOf(request)));
  }

  private void shifts(Context request) {
    only(request, Set.of("entity", "metric", "from", "to", "asOf"));
    answer(
        request,
        () ->
            ledger.shifts(
                given(request, "entity"),
                Ledger.metric(request.queryParam("metric")),
                window(request),
                asOf(request)));
  }

  private void leaderboard(Context request) {
    only(request, Set.of("metric", "scope", "at", "days", "asOf"));
    LeaderboardQuestion question =
        LeaderboardQuestion.parse(
            request.queryParam("metric"),
            request.queryParam("scope"),
            request.queryParam("at"),
            request.queryParam("days"));
    answer(request, () -> ledger.leaderboard(question, asOf(request)));
  }

  private void claims(Context request) {
    Optional<String> id = given(request, "id");
    if (id.isPresent()) {
      only(request, Set.of("id"));
      answer(request, () -> ledger.claim(id.get()));
      return;
    }
    only(request, Set.of("person", "entity", "article", "id", "gone", "asOf"));
    ClaimFilter filter =
        new ClaimFilter(
            given(request, "person"),
            given(request, "entity"),
            given(request, "article"),
            flag(request, "gone"));
    answer(request, () -> ledger.claims(filter, asOf(request)));
  }

  private void claim(Context request) {
    only(request, Set.of());
    answer(request, () -> ledger.claim(request.pathParam("id")));
  }

  private void article(Context request) {
    only(request, Set.of("asOf"));
    answer(request, () -> ledger.article(request.pathParam("id"), asOf(request)));
  }

  private void people(Context request) {
    only(request, Set.of("q", "limit", "asOf"));
    answer(
        request,
        () -> ledger.people(given(request, "q").orElse(""), limit(request), asOf(request)));
  }

  private void entities(Context request) {
    only(request, Set.of("q", "limit", "asOf"));
    answer(
        request,
        () -> ledger.entities(given(request, "q").orElse(""), limit(request), asOf(request)));
  }

  private void export(Context request) {
    only(request, Set.of("asOf"));
    answer(request, () -> ledger.export(asOf(request)));
  }

  private void ready(Context request) {
    ledger.check();
    send(request, health("ready"));
  }

  private static void problems(RoutesConfig routes) {
    routes.exception(
        BadQuestion.class,
        (e, request) ->
            new Problem(400, "Bad question", e.getMessage(), "allowed", e.allowed())
                .answer(request));
    routes.exception(
        NotKnown.class,
        (e, request) ->
            new Problem(404, "Not known", e.getMessage(), "suggestions", e.suggestions())
                .answer(request));
    routes.exception(
        TooLarge.class,
        (e, request) -> Problem.of(413, "Too large", e.getMessage()).answer(request));
    routes.exception(
        StateUnavailable.class,
        (e, request) -> {
          request.header("Retry-After", RETRY_AFTER);
          Problem.of(503, e.reason().name(), e.reason().words() + "; ask again in a moment")
              .answer(request);
        });
    routes.exception(
        HttpResponseException.class,
        (e, request) -> {
          String detail =
              switch (e.getStatus()) {
                case 404 -> "there is nothing at " + request.path() + "; see / for what there is";
                case 405 -> "only GET is answered here";
                default -> e.getMessage();
              };
          Problem.of(e.getStatus(), "Refused", detail).answer(request);
        });
    routes.exception(
        Exception.class,
        (e, request) -> {
          LOG.error("cannot answer {}", request.path(), e);
          Problem.of(500, "Failed", "the ledger cannot answer this; its log says why")
              .answer(request);
        });
  }

  /** Answers, unless the client has the answer of this state of the ledger already. */
  private void answer(Context request, Supplier<ObjectNode> question) {
    Optional<String> tag = ledger.version().map(LedgerRoutes::tag);
    if (tag.isPresent() && has(request, tag.get())) {
      request.header("ETag", tag.get());
      request.header("Cache-Control", "no-cache");
      request.status(304);
      return;
    }
    ObjectNode answer = question.get();
    tag.ifPresent(
        value -> {
          request.header("ETag", value);
          request.header("Cache-Control", "no-cache");
        });
    send(request, answer);
  }

  private static void send(Context request, ObjectNode answer) {
    request.contentType("application/json; charset=utf-8");
    request.result(CanonicalJson.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  /** Weak: the same content may be compressed or not. */
  private static String tag(String version) {
    return "W/\"" + UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8)) + "\"";
  }

  private static boolean has(Context request, String tag) {
    String known = request.header("If-None-Match");
    return known != null
        && Arrays.stream(known.split(",", -1)).map(String::strip).anyMatch(tag::equals);
  }

  private static ObjectNode health(String status) {
    return JsonNodeFactory.instance.objectNode().put("status", status);
  }

  /** A parameter that is misspelt must not silently answer another question. */
  private static void only(Context request, Set<String> known) {
    for (String name : request.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        throw new BadQuestion(
            "'" + name + "' is no parameter of " + request.path(),
            known.stream().sorted().toList());
      }
    }
  }

  private static Window window(Context request) {
    return Window.parse(request.queryParam("from"), request.queryParam("to"));
  }

  private static Page page(Context request) {
    return Page.parse(request.queryParam("limit"), request.queryParam("cursor"));
  }

  private static AsOf asOf(Context request) {
    return AsOf.parse(request.queryParam("asOf"));
  }

  private static Optional<String> given(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(value -> !value.isBlank());
  }

  private static boolean flag(Context request, String name) {
    String value = given(request, name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new BadQuestion("'" + value + "' is no " + name, List.of("false", "true"));
    }
    return value.equals("true");
  }

  private static int limit(Context request) {
    String value = given(request, "limit").orElse(Integer.toString(DEFAULT_LIMIT));
    if (!value.matches("[1-9][0-9]{0,4}")) {
      throw new BadQuestion("'" + value + "' is no limit: give a number from 1 on", List.of());
    }
    return Integer.parseInt(value);
  }
}
