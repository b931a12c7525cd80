package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.query.Ledger;
import io.newsledger.query.state.Origins;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sends answers of the ledger, named by the state they were made of. */
final class Answers {
  /**
   * Tells that an answer holds rows of copies, and how many records those lacked at most when they
   * were last looked at.
   */
  static final String COPY_LAG = "Newsledger-Copy-Lag";

  /**
   * The name of a version.
   *
   * @param words as the header has it
   */
  private record Tag(String version, String words) {}

  private final Ledger ledger;
  private volatile Tag tag = new Tag("", "");

  Answers(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Answers, unless the client has the answer of this state of the ledger already. */
  void answer(Context request, Function<Ledger, ObjectNode> question) {
    boolean asked = request.header("If-None-Match") != null;
    // Who has an answer hears whether it is that of now; who has none gets a name for the next
    // time.
    Optional<String> version = asked ? ledger.version() : ledger.versionLately();
    Optional<String> tag = version.map(this::tag);
    if (asked && tag.isPresent() && has(request, tag.get())) {
      name(request, tag.get());
      request.status(304);
      return;
    }
    Origins origins = new Origins();
    ObjectNode answer = question.apply(ledger.noting(origins));
    if (origins.areAllHere()) {
      tag.ifPresent(value -> name(request, value));
    }
    origins.lag().ifPresent(lag -> request.header(COPY_LAG, Long.toString(lag)));
    send(request, answer);
  }

  static void send(Context request, ObjectNode answer) {
    request.contentType("application/json; charset=utf-8");
    request.result(CanonicalJson.bytes(answer));
  }

  private static void name(Context request, String tag) {
    request.header("ETag", tag);
    request.header("Cache-Control", "no-cache");
  }

  /** Weak: the same content may be compressed or not. */
  private String tag(String version) {
    Tag last = tag;
    if (!last.version().equals(version)) {
      UUID name = UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8));
      last = new Tag(version, "W/\"" + name + "\"");
      tag = last;
    }
    return last.words();
  }

  private static boolean has(Context request, String tag) {
    String known = request.header("If-None-Match");
    return known != null
        && Arrays.stream(known.split(",", -1)).map(String::strip).anyMatch(tag::equals);
  }
}
