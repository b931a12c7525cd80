package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.newsledger.events.json.CanonicalJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An error as the client sees it, after RFC 9457.
 *
 * @param status of HTTP
 * @param title kind of error
 * @param detail what is wrong here, and what to do
 * @param list name of the list below
 * @param items values that would do, or names that are known; left out if empty
 */
record Problem(int status, String title, String detail, String list, List<String> items) {
  private static final String TYPE = "application/problem+json";

  Problem {
    items = List.copyOf(items);
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, "", List.of());
  }

  void answer(Context request) {
    request.status(status);
    request.contentType(TYPE);
    request.result(body());
  }

  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(TYPE);
    response.getOutputStream().write(body());
  }

  private byte[] body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put("status", status);
    body.put("title", title);
    body.put("detail", detail);
    if (!items.isEmpty()) {
      ArrayNode array = body.putArray(list);
      items.forEach(array::add);
    }
    return CanonicalJson.write(body).getBytes(StandardCharsets.UTF_8);
  }
}
