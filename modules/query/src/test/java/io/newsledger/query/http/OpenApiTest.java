package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import io.newsledger.query.SignalSamples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the description says against what the server answers. */
final class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Questions that have an answer, by path. */
  private static final Map<String, List<String>> QUESTIONS =
      Map.ofEntries(
          Map.entry(
              "/careers/{name}",
              List.of("/careers/Ada%20Vale?asOf=2026-03-19", "/careers/Ada%20Vale?at=2026-03-03")),
          Map.entry("/flow/{name}", List.of("/flow/Northlab?from=2026&to=2026&asOf=2027-01-01")),
          Map.entry(
              "/flows", List.of("/flows?period=2026", "/flows?organisation=Northlab&from=2020")),
          Map.entry(
              "/movements", List.of("/movements?limit=1", "/movements?organisation=southlab")),
          Map.entry(
              "/organisations/{name}/movements", List.of("/organisations/Northlab/movements")),
          Map.entry("/alerts", List.of("/alerts", "/alerts?organisation=Northlab&from=2026")),
          Map.entry("/series/{name}", List.of("/series/Orbit", "/series/Orbit?metric=USERS")),
          Map.entry(
              "/leaderboard", List.of("/leaderboard", "/leaderboard?metric=USERS&at=2026&days=9")),
          Map.entry("/shifts", List.of("/shifts", "/shifts?entity=Orbit&metric=MARKET_SHARE")),
          Map.entry("/claims", List.of("/claims?gone=true")),
          Map.entry("/export", List.of("/export", "/export?asOf=2026-03-19")),
          Map.entry("/claims/{id}", List.of("/claims/t1", "/claims/m1")),
          Map.entry("/articles/{id}", List.of("/articles/c", "/articles/d")),
          Map.entry("/people", List.of("/people?q=vale&limit=1")),
          Map.entry("/entities", List.of("/entities")),
          Map.entry(
              "/organisations/{name}", List.of("/organisations/Orbit", "/organisations/Northlab")),
          Map.entry("/search", List.of("/search?q=orbit&limit=2")),
          Map.entry("/days", List.of("/days")),
          Map.entry("/health/live", List.of("/health/live")),
          Map.entry("/health/ready", List.of("/health/ready?maxLag=9")),
          Map.entry("/metrics", List.of("/metrics")),
          Map.entry("/topology", List.of("/topology")));

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static LedgerServer calm;
  private static LedgerServer moving;
  private static JsonNode document;

  @BeforeAll
  static void start() throws Exception {
    ServerSettings settings = ServerSettings.at("127.0.0.1", 0).with(new SampleOperations());
    calm = LedgerServer.start(new Ledger(Samples.state()), settings);
    moving = LedgerServer.start(new Ledger(SignalSamples.state()), settings);
    document = MAPPER.readTree(get(calm, "/openapi.json").body());
  }

  @AfterAll
  static void stop() {
    calm.close();
    moving.close();
  }

  @Test
  void everyPathIsDescribedAndAskedHere() {
    assertEquals("3.1.0", document.get("openapi").asText());
    Set<String> described = new TreeSet<>();
    document.get("paths").fieldNames().forEachRemaining(described::add);
    assertEquals(new TreeSet<>(QUESTIONS.keySet()), described);
  }

  @Test
  void everyAnswerIsAsDescribed() throws Exception {
    for (Map.Entry<String, List<String>> path : QUESTIONS.entrySet()) {
      Map.Entry<String, JsonNode> content =
          document
              .at("/paths")
              .get(path.getKey())
              .at("/get/responses/200/content")
              .properties()
              .iterator()
              .next();
      boolean isJson = content.getKey().equals("application/json");
      int answered = 0;
      for (String question : path.getValue()) {
        for (LedgerServer server : List.of(calm, moving)) {
          HttpResponse<String> answer = get(server, question);
          if (answer.statusCode() == 200) {
            answered++;
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertTrue(type.startsWith(content.getKey()), question + " is answered as " + type);
            JsonNode schema = content.getValue().get("schema");
            check(
                question,
                schema,
                isJson ? MAPPER.readTree(answer.body()) : TextNode.valueOf(answer.body()));
          }
        }
      }
      assertTrue(answered >= path.getValue().size(), path.getKey());
    }
  }

  @Test
  void everyParameterIsKnownAndNoOtherIs() throws Exception {
    for (Map.Entry<String, List<String>> path : QUESTIONS.entrySet()) {
      String question = path.getValue().get(0).replaceAll("\\?.*", "");
      for (JsonNode parameter : document.get("paths").get(path.getKey()).at("/get/parameters")) {
        if (parameter.get("in").asText().equals("query")) {
          HttpResponse<String> answer =
              get(calm, question + "?" + parameter.get("name").asText() + "=");
          assertFalse(answer.body().contains("is no parameter"), answer.body());
        }
      }
      if (!question.equals("/health/live") && !question.equals("/metrics")) {
        HttpResponse<String> answer = get(calm, question + "?nonsense=1");
        assertEquals(400, answer.statusCode(), question);
        check(question, problem(), MAPPER.readTree(answer.body()));
      }
    }
    HttpResponse<String> missing = get(calm, "/series/Orb");
    assertEquals(404, missing.statusCode());
    check("/series/Orb", problem(), MAPPER.readTree(missing.body()));
  }

  private static JsonNode problem() {
    return document.at("/components/schemas/Problem");
  }

  private static void check(String where, JsonNode schema, JsonNode value) {
    List<String> wrong = wrong(where, schema, value);
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  /** What is wrong with a value, as far as the description can say it. */
  private static List<String> wrong(String where, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return wrong(where, document.at(schema.get("$ref").asText().substring(1)), value);
    }
    if (schema.has("anyOf")) {
      List<String> all = new ArrayList<>();
      for (JsonNode option : schema.get("anyOf")) {
        List<String> wrong = wrong(where, option, value);
        if (wrong.isEmpty()) {
          return wrong;
        }
        all.addAll(wrong);
      }
      return all;
    }
    List<String> wrong = new ArrayList<>();
    boolean fits =
        switch (schema.path("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "null" -> value.isNull();
          default -> false;
        };
    if (!fits) {
      wrong.add(where + ": " + value + " is no " + schema.path("type"));
    } else if (value.isObject()) {
      schema
          .path("required")
          .forEach(
              name -> {
                if (!value.has(name.asText())) {
                  wrong.add(where + " lacks " + name);
                }
              });
      value
          .properties()
          .forEach(
              field -> {
                JsonNode of =
                    schema.path("properties").path(field.getKey()).isMissingNode()
                        ? schema.path("additionalProperties")
                        : schema.path("properties").path(field.getKey());
                if (of.isObject()) {
                  wrong.addAll(wrong(where + "." + field.getKey(), of, field.getValue()));
                } else {
                  wrong.add(where + " must not have " + field.getKey());
                }
              });
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        wrong.addAll(wrong(where + "[" + i + "]", schema.get("items"), value.get(i)));
      }
    } else if (schema.has("enum")) {
      boolean known = false;
      for (JsonNode symbol : schema.get("enum")) {
        known |= symbol.equals(value);
      }
      if (!known) {
        wrong.add(where + ": " + value + " is none of " + schema.get("enum"));
      }
    } else if (schema.path("format").asText().equals("date")
        && !value.asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      wrong.add(where + ": " + value + " is no day");
    }
    return wrong;
  }

  private static HttpResponse<String> get(LedgerServer server, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .timeout(Duration.ofSeconds(20))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
