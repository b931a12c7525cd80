package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.newsledger.events.json.CanonicalJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes articles, from those who know the token. */
final class IntakeRoutes {
  static final String PATH = "/articles";

  private static final String BEARER = "bearer ";
  private static final String RETRY_AFTER = "5";

  /** Of what is refused, more are counted only. */
  private static final int MOST_TOLD = 100;

  private final ArticleIntake intake;

  IntakeRoutes(ArticleIntake intake) {
    this.intake = intake;
  }

  void add(RoutesConfig routes) {
    routes.post(PATH, this::offer);
  }

  private void offer(Context request) throws IOException {
    String given = String.valueOf(request.header("Authorization")).strip();
    boolean bearer = given.toLowerCase(Locale.ROOT).startsWith(BEARER);
    if (!bearer || !intake.allows(given.substring(BEARER.length()).strip())) {
      request.header("WWW-Authenticate", "Bearer");
      Problem.of(401, "Not allowed", "send Authorization: Bearer with the token of this instance")
          .answer(request);
      return;
    }
    byte[] body;
    try {
      String encoding = Optional.ofNullable(request.header("Content-Encoding")).orElse("");
      body = OfferedBody.read(request.req().getInputStream(), encoding, ArticleIntake.MAX_BYTES);
    } catch (OfferedBody.Refused e) {
      if (e.problem().status() == OfferedBody.UNKNOWN_ENCODING) {
        request.header("Accept-Encoding", OfferedBody.GZIP);
      }
      e.problem().answer(request);
      return;
    }
    try {
      answer(request, intake.offer(body));
    } catch (ArticleIntake.Unavailable e) {
      request.header("Retry-After", RETRY_AFTER);
      Problem.of(503, "Not now", e.getMessage()).answer(request);
    }
  }

  private static void answer(Context request, ArticleIntake.Receipt receipt) {
    long offered = receipt.counts().getOrDefault("offered", 0L);
    List<ArticleIntake.Refusal> refusals =
        receipt.refusals().subList(0, Math.min(MOST_TOLD, receipt.refusals().size()));
    if (receipt.refusals().size() == offered) {
      List<String> reasons = new ArrayList<>();
      refusals.forEach(
          one -> reasons.add(one.origin() + ": " + one.reason() + ": " + one.detail()));
      String detail = offered == 0 ? "there is no document in it" : "nothing of it can be read";
      new Problem(422, "Refused", detail + "; what was refused is kept", "refused", reasons)
          .answer(request);
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    receipt.counts().forEach(answer::put);
    ObjectNode reasons = answer.putObject("reasons");
    receipt.reasons().forEach(reasons::put);
    ArrayNode refused = answer.putArray("refused");
    for (ArticleIntake.Refusal one : refusals) {
      refused
          .addObject()
          .put("origin", one.origin())
          .put("reason", one.reason())
          .put("detail", one.detail());
    }
    request.contentType("application/json");
    request.result(CanonicalJson.write(answer));
  }
}
