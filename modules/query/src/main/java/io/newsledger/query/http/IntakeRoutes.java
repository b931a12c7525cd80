package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.newsledger.events.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes articles, from those who know the token. */
final class IntakeRoutes {
  static final String PATH = "/articles";

  private static final String BEARER = "bearer ";
  private static final String RETRY_AFTER = "5";

  /** Of what is refused, more are counted only. */
  private static final int MOST_TOLD = 100;

  private static final int PART = 64 * 1024;
  private static final long MOST_DRAINED = 4L * ArticleIntake.MAX_BYTES;

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
    byte[] body = body(request);
    if (body.length > ArticleIntake.MAX_BYTES) {
      Problem.of(
              413,
              "Too large",
              "a body has at most "
                  + ArticleIntake.MAX_BYTES
                  + " bytes; offer it in parts, or"
                  + " with 'newsledger ingest'")
          .answer(request);
      return;
    }
    try {
      answer(request, intake.offer(body));
    } catch (ArticleIntake.Unavailable e) {
      request.header("Retry-After", RETRY_AFTER);
      Problem.of(503, "Not now", e.getMessage()).answer(request);
    }
  }

  /** One byte more than is allowed, if there is more. */
  private static byte[] body(Context request) throws IOException {
    InputStream in = request.req().getInputStream();
    byte[] body = in.readNBytes(ArticleIntake.MAX_BYTES + 1);
    if (body.length > ArticleIntake.MAX_BYTES) {
      drain(in);
    }
    return body;
  }

  /** Who is still sending would not hear the answer; who sends without end hears none. */
  private static void drain(InputStream in) throws IOException {
    byte[] part = new byte[PART];
    long drained = 0;
    int read = in.read(part);
    while (read >= 0 && drained < MOST_DRAINED) {
      drained += read;
      read = in.read(part);
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
