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
    if (query.contains("asOf") || path.equals("/days")) {
      ofState(responses);
    }
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

  /** What is read from state stores may be read from copies, or not at all for a while. */
  private static void ofState(ObjectNode responses) {
    header(
        (ObjectNode) responses.get("200"),
        Answers.COPY_LAG,
        "There if a part of the answer was read from a copy, since the instance that works on it"
            + " does not answer: how many records the copy lacked at most");
    response(
        responses,
        "503",
        "A part of the state cannot be read now: it is being moved or restored, or is kept by an"
            + " instance that does not answer",
        "application/problem+json",
        JSON.objectNode().put("$ref", "#/components/schemas/Problem"));
    header((ObjectNode) responses.get("503"), "Retry-After", "Seconds after which to ask again");
  }

  private static void header(ObjectNode response, String name, String words) {
    response
        .putObject("headers")
        .putObject(name)
        .put("description", words)
        .set("schema", whole().put("minimum", 0));
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
