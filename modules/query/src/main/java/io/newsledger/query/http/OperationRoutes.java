package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.newsledger.query.Ledger;
import io.newsledger.query.http.Operations.Measurements;
import io.newsledger.query.http.Operations.Work;
import io.newsledger.query.state.StateUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** What those ask who run an instance. */
final class OperationRoutes {
  private final Ledger ledger;
  private final Optional<Operations> operations;

  OperationRoutes(Ledger ledger, Optional<Operations> operations) {
    this.ledger = ledger;
    this.operations = operations;
  }

  void add(RoutesConfig routes) {
    routes.get("/health/live", OperationRoutes::live);
    routes.get("/health/ready", this::ready);
    operations.ifPresent(
        told -> {
          routes.get("/metrics", request -> metrics(request, told));
          routes.get(
              "/topology",
              request -> {
                Requests.only(request, Set.of());
                Answers.send(request, told.topology());
              });
        });
  }

  private static void live(Context request) {
    Answers.send(request, JsonNodeFactory.instance.objectNode().put("status", "up"));
  }

  private void ready(Context request) {
    Requests.only(request, Set.of("maxLag"));
    OptionalLong most = Requests.number(request, "maxLag");
    List<Work> work = operations.map(Operations::work).orElse(List.of());
    try {
      ledger.check();
    } catch (StateUnavailable e) {
      refuse(request, e.reason().name(), e.reason().words() + words(work));
      return;
    }
    long lag = work.stream().mapToLong(Work::lag).sum();
    if (most.isPresent() && lag > most.getAsLong()) {
      refuse(request, "BEHIND", "the ledger has not folded all that was published" + words(work));
      return;
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ready");
    answer.put("lag", lag);
    ArrayNode applications = answer.putArray("applications");
    work.forEach(
        one ->
            applications
                .addObject()
                .put("application", one.application())
                .put("state", one.state())
                .put("lag", one.lag())
                .put("restoring", one.restoring())
                .put("copying", one.copying()));
    Answers.send(request, answer);
  }

  private static void refuse(Context request, String title, String detail) {
    request.header("Retry-After", Problems.RETRY_AFTER);
    Problem.of(503, title, detail).answer(request);
  }

  private static String words(List<Work> work) {
    return work.stream()
        .map(
            one ->
                "; "
                    + one.application()
                    + " is "
                    + one.state()
                    + ", with "
                    + one.lag()
                    + " records to fold and "
                    + one.restoring()
                    + " to restore")
        .collect(Collectors.joining());
  }

  private static void metrics(Context request, Operations operations) {
    Measurements measured = operations.metrics(request.header("Accept"));
    request.contentType(measured.type());
    request.result(measured.text());
  }
}
