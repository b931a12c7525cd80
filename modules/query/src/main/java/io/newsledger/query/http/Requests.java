package io.newsledger.query.http;

import io.javalin.http.Context;
import io.newsledger.query.AsOf;
import io.newsledger.query.BadQuestion;
import io.newsledger.query.Page;
import io.newsledger.query.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads the parameters of requests. Each method throws {@link BadQuestion} for one that is none.
 */
final class Requests {
  private Requests() {}

  /** A parameter that is misspelt must not silently answer another question. */
  static void only(Context request, Set<String> known) {
    for (String name : request.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        throw new BadQuestion(
            "'" + name + "' is no parameter of " + request.path(),
            known.stream().sorted().toList());
      }
    }
  }

  static Window window(Context request) {
    return Window.parse(request.queryParam("from"), request.queryParam("to"));
  }

  static Page page(Context request) {
    return Page.parse(request.queryParam("limit"), request.queryParam("cursor"));
  }

  /** As much as may be answered at once, where no limit is given. */
  static Page wholePage(Context request) {
    return Page.parse(
        request.queryParam("limit"), request.queryParam("cursor"), Page.WHOLE.limit());
  }

  /** Of known and of valid time. */
  static AsOf asOf(Context request) {
    return AsOf.parse(request.queryParam("asOf"), request.queryParam("at"));
  }

  /** Of known time, where the parameter {@code at} means something else. */
  static AsOf known(Context request) {
    return AsOf.parse(request.queryParam("asOf"));
  }

  static Optional<String> given(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(value -> !value.isBlank());
  }

  static boolean flag(Context request, String name) {
    String value = given(request, name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new BadQuestion("'" + value + "' is no " + name, List.of("false", "true"));
    }
    return value.equals("true");
  }

  /** A number of records. */
  static OptionalLong number(Context request, String name) {
    Optional<String> value = given(request, name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().matches("[0-9]{1,15}")) {
      throw new BadQuestion(
          "'" + value.get() + "' is no " + name + ": give a number from 0 on", List.of());
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }
}
