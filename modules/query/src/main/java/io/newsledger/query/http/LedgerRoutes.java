package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.events.topic.AsyncApi;
import io.newsledger.query.BadQuestion;
import io.newsledger.query.ClaimFilter;
import io.newsledger.query.LeaderboardQuestion;
import io.newsledger.query.Ledger;
import io.newsledger.query.SearchPages;
import io.newsledger.query.Window;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which address asks which question, and how errors look. */
final class LedgerRoutes {

  /** Of the API, not of the program. */
  private static final String VERSION = "1";

  /** Known and valid time, which every question takes. */
  private static final Set<String> TIMES = Set.of("asOf", "at");

  private final Answers answers;

  LedgerRoutes(Ledger ledger) {
    this.answers = new Answers(ledger);
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
    document(routes, "/openapi.json", OpenApi.document(VERSION));
    document(routes, "/asyncapi.json", AsyncApi.document(VERSION));
  }

  private static void document(RoutesConfig routes, String path, ObjectNode document) {
    byte[] bytes = CanonicalJson.write(document).getBytes(StandardCharsets.UTF_8);
    routes.get(path, request -> request.contentType("application/json").result(bytes));
  }

  private void career(Context request) {
    only(request);
    answers.answer(
        request, asked -> asked.career(request.pathParam("name"), Requests.asOf(request)));
  }

  private void flow(Context request) {
    only(request, "from", "to");
    answers.answer(
        request,
        asked ->
            asked.flow(
                request.pathParam("organisation"),
                Requests.window(request),
                Requests.asOf(request)));
  }

  private void series(Context request) {
    only(request, "metric", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.series(
                request.pathParam("entity"),
                Ledger.metric(request.queryParam("metric")),
                Requests.wholePage(request),
                Requests.asOf(request)));
  }

  private void flows(Context request) {
    only(request, "organisation", "period", "from", "to", "limit", "cursor");
    Optional<String> period = Requests.given(request, "period");
    if (period.isPresent()
        && (Requests.given(request, "from").isPresent()
            || Requests.given(request, "to").isPresent())) {
      throw new BadQuestion("give a period, or from and to, not both", List.of());
    }
    Window window = period.map(Window::period).orElseGet(() -> Requests.window(request));
    answers.answer(
        request,
        asked ->
            asked.flows(
                Requests.given(request, "organisation"),
                window,
                Requests.wholePage(request),
                Requests.asOf(request)));
  }

  private void movements(Context request) {
    only(request, "organisation", "from", "to", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.movements(
                Requests.given(request, "organisation"),
                Requests.window(request),
                Requests.page(request),
                Requests.asOf(request)));
  }

  private void movementsOf(Context request) {
    only(request, "from", "to", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.movements(
                Optional.of(request.pathParam("name")),
                Requests.window(request),
                Requests.page(request),
                Requests.asOf(request)));
  }

  private void organisation(Context request) {
    only(request);
    answers.answer(
        request, asked -> asked.organisation(request.pathParam("name"), Requests.asOf(request)));
  }

  private void search(Context request) {
    only(request, "q", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.search(
                Requests.given(request, "q").orElse(""),
                SearchPages.parse(request.queryParam("limit"), request.queryParam("cursor")),
                Requests.asOf(request)));
  }

  private void days(Context request) {
    Requests.only(request, Set.of());
    answers.answer(request, asked -> asked.days());
  }

  private void alerts(Context request) {
    only(request, "organisation", "from", "to", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.alerts(
                Requests.given(request, "organisation"),
                Requests.window(request),
                Requests.wholePage(request),
                Requests.asOf(request)));
  }

  private void shifts(Context request) {
    only(request, "entity", "metric", "from", "to", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.shifts(
                Requests.given(request, "entity"),
                Ledger.metric(request.queryParam("metric")),
                Requests.window(request),
                Requests.wholePage(request),
                Requests.asOf(request)));
  }

  private void leaderboard(Context request) {
    only(request, "metric", "scope", "days", "limit", "cursor");
    LeaderboardQuestion question =
        LeaderboardQuestion.parse(
            request.queryParam("metric"),
            request.queryParam("scope"),
            request.queryParam("at"),
            request.queryParam("days"));
    answers.answer(
        request,
        asked -> asked.leaderboard(question, Requests.wholePage(request), Requests.known(request)));
  }

  private void claims(Context request) {
    Optional<String> id = Requests.given(request, "id");
    if (id.isPresent()) {
      only(request, "id");
      answers.answer(request, asked -> asked.claim(id.get(), Requests.asOf(request)));
      return;
    }
    only(request, "person", "entity", "article", "id", "gone", "limit", "cursor");
    ClaimFilter filter =
        new ClaimFilter(
            Requests.given(request, "person"),
            Requests.given(request, "entity"),
            Requests.given(request, "article"),
            Requests.flag(request, "gone"));
    answers.answer(
        request,
        asked -> asked.claims(filter, Requests.wholePage(request), Requests.asOf(request)));
  }

  private void claim(Context request) {
    only(request);
    answers.answer(request, asked -> asked.claim(request.pathParam("id"), Requests.asOf(request)));
  }

  private void article(Context request) {
    only(request);
    answers.answer(
        request, asked -> asked.article(request.pathParam("id"), Requests.asOf(request)));
  }

  private void people(Context request) {
    only(request, "q", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.people(
                Requests.given(request, "q").orElse(""),
                Requests.page(request),
                Requests.asOf(request)));
  }

  private void entities(Context request) {
    only(request, "q", "limit", "cursor");
    answers.answer(
        request,
        asked ->
            asked.entities(
                Requests.given(request, "q").orElse(""),
                Requests.page(request),
                Requests.asOf(request)));
  }

  private void export(Context request) {
    only(request);
    answers.answer(request, asked -> asked.export(Requests.asOf(request)));
  }

  /** These parameters, and the times. */
  private static void only(Context request, String... names) {
    Set<String> known = new TreeSet<>(TIMES);
    known.addAll(List.of(names));
    Requests.only(request, known);
  }
}
