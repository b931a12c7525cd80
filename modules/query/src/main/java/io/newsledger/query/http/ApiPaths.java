package io.newsledger.query.http;

import static io.newsledger.query.http.JsonSchemas.flag;
import static io.newsledger.query.http.JsonSchemas.object;
import static io.newsledger.query.http.JsonSchemas.text;
import static io.newsledger.query.http.JsonSchemas.whole;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The paths of the API, described one after the other. */
final class ApiPaths {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode paths = JSON.objectNode();

  /** What was described so far, by path. */
  ObjectNode described() {
    return paths;
  }

  /**
   * Describes a path that is answered with JSON.
   *
   * @param query names of parameters
   * @param answer names of fields and their schemas by turns
   */
  void add(String path, String words, List<String> query, Object... answer) {
    describe(path, words, query, "application/json", object(answer));
  }

  /** Describes a path that is answered with something of another type. */
  void describe(String path, String words, List<String> query, String type, ObjectNode schema) {
    ObjectNode get = paths.putObject(path).putObject("get").put("summary", words);
    ArrayNode parameters = get.putArray("parameters");
    if (path.contains("{")) {
      String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
      parameters.add(parameter(name, "path").put("required", true));
    }
    query.forEach(name -> parameters.add(parameter(name, "query")));
    ObjectNode responses = get.putObject("responses");
    response(responses, "200", "The answer", type, schema);
    response(
        responses,
        "default",
        "Why there is none, and what to do",
        "application/problem+json",
        JSON.objectNode().put("$ref", "#/components/schemas/Problem"));
  }

  private static ObjectNode parameter(String name, String in) {
    ObjectNode parameter = JSON.objectNode().put("name", name).put("in", in);
    ObjectNode schema =
        switch (name) {
          case "asOf" -> text("date");
          case "limit", "days" -> whole().put("minimum", 1);
          case "maxLag" -> whole().put("minimum", 0);
          case "gone" -> flag();
          default -> text();
        };
    parameter.set("schema", schema);
    return parameter;
  }

  private static void response(
      ObjectNode responses, String status, String words, String type, ObjectNode schema) {
    responses
        .putObject(status)
        .put("description", words)
        .putObject("content")
        .putObject(type)
        .set("schema", schema);
  }
}
