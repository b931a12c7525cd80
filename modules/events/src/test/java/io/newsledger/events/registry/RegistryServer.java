package io.newsledger.events.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of Confluent's interface on loopback as the ledger uses. */
public final class RegistryServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final List<String> schemas = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new TreeMap<>();
  private final Map<String, String> levels = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int failures;
  private String authorization;

  private RegistryServer(HttpServer server) {
    this.server = server;
  }

  public static RegistryServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RegistryServer registry = new RegistryServer(server);
    server.createContext("/ccompat/v7", registry::answer);
    server.start();
    return registry;
  }

  /** Fast to give up. */
  public RegistryAccess access() {
    return RegistryAccess.at(address()).within(Duration.ofSeconds(5), Duration.ofMillis(700));
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/ccompat/v7";
  }

  /** The next so many requests are answered with an error that passes. */
  public synchronized void fail(int times) {
    failures = times;
  }

  /** Method and path of each request, failed ones included. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized String authorization() {
    return authorization;
  }

  /** Forgets everything. */
  public synchronized void wipe() {
    schemas.clear();
    subjects.clear();
    levels.clear();
  }

  /** Puts in anything, right or wrong. */
  public synchronized int put(String subject, String schema) {
    int id = schemas.indexOf(schema) + 1;
    if (id == 0) {
      schemas.add(schema);
      id = schemas.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/ccompat/v7".length());
    requests.add(exchange.getRequestMethod() + " " + path);
    authorization = exchange.getRequestHeaders().getFirst("Authorization");
    JsonNode body = MAPPER.readTree(exchange.getRequestBody());
    if (failures > 0) {
      failures--;
      send(exchange, 503, error(50301, "starting"));
      return;
    }
    String[] parts = path.substring(1).split("/", -1);
    switch (parts[0]) {
      case "schemas" -> schema(exchange, Integer.parseInt(parts[2]));
      case "config" -> config(exchange, parts[1], body);
      default -> subject(exchange, parts, body);
    }
  }

  private void schema(HttpExchange exchange, int id) throws IOException {
    if (id < 1 || id > schemas.size()) {
      send(exchange, 404, error(40403, "no such schema"));
    } else {
      send(exchange, 200, MAPPER.createObjectNode().put("schema", schemas.get(id - 1)));
    }
  }

  private void config(HttpExchange exchange, String subject, JsonNode body) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      levels.put(subject, body.path("compatibility").asText());
      send(exchange, 200, body);
    } else {
      send(
          exchange,
          200,
          MAPPER
              .createObjectNode()
              .put("compatibilityLevel", levels.getOrDefault(subject, "NONE")));
    }
  }

  private void subject(HttpExchange exchange, String[] parts, JsonNode body) throws IOException {
    String subject = parts[1];
    boolean asked = exchange.getRequestMethod().equals("POST");
    if (asked && parts.length == 3) {
      send(
          exchange,
          200,
          MAPPER.createObjectNode().put("id", put(subject, body.path("schema").asText())));
      return;
    }
    List<Integer> versions = subjects.get(subject);
    if (versions == null) {
      send(exchange, 404, error(40401, "no such subject"));
    } else if (asked) {
      int id = schemas.indexOf(body.path("schema").asText()) + 1;
      if (versions.contains(id)) {
        send(exchange, 200, MAPPER.createObjectNode().put("id", id));
      } else {
        send(exchange, 404, error(40403, "no such schema"));
      }
    } else if (parts.length == 3) {
      ArrayNode numbers = MAPPER.createArrayNode();
      for (int version = 1; version <= versions.size(); version++) {
        numbers.add(version);
      }
      send(exchange, 200, numbers);
    } else {
      schema(exchange, versions.get(Integer.parseInt(parts[3]) - 1));
    }
  }

  private static ObjectNode error(int code, String message) {
    return MAPPER.createObjectNode().put("error_code", code).put("message", message);
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
