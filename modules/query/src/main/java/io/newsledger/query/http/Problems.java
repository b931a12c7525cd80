package io.newsledger.query.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.newsledger.query.BadQuestion;
import io.newsledger.query.NotKnown;
import io.newsledger.query.TooLarge;
import io.newsledger.query.state.StateUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How errors are answered. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Seconds after which a client may ask again while the state cannot be read. */
  static final String RETRY_AFTER = "2";

  private Problems() {}

  static void answer(RoutesConfig routes) {
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
                case 405 -> "that is not answered here; most addresses know GET only";
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
}
