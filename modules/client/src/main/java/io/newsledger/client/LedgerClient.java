package io.newsledger.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/**
 * Asks a running instance. Parameters that are null or blank are left out of the question; answers
 * are the JSON of the API. Every method throws {@link LedgerClientException} with a message for the
 * user where there is no answer. Safe for use by several threads.
 */
public final class LedgerClient {
  private static final int LARGEST_ANSWER = 256 * 1024 * 1024;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final URI base;
  private final Duration timeout;
  private final HttpClient http;
  private final Optional<String> token;

  /**
   * @param base address of the instance, for instance http://127.0.0.1:7070
   * @param timeout bound on connecting, and on each answer
   */
  public LedgerClient(URI base, Duration timeout) {
    this(base, timeout, Credentials.NONE);
  }

  /**
   * Asks an instance that does not answer everybody.
   *
   * @param base address of the instance, for instance https://ledger.example.org
   * @param timeout bound on connecting, and on each answer
   * @param credentials what it asks for
   */
  public LedgerClient(URI base, Duration timeout, Credentials credentials) {
    this.base = Objects.requireNonNull(base, "base");
    this.timeout = Objects.requireNonNull(timeout, "timeout");
    this.token = credentials.token();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER);
    credentials.trust().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  /** The career of a person. */
  public JsonNode career(String name, String asOf) {
    return get("/careers/" + segment(name), parameters("asOf", asOf));
  }

  /** Arrivals and departures of an organisation. */
  public JsonNode flow(String organisation, String from, String to, String asOf) {
    return get("/flow/" + segment(organisation), parameters("from", from, "to", to, "asOf", asOf));
  }

  /** The series of an entity. */
  public JsonNode series(String entity, String metric, String asOf) {
    return get("/series/" + segment(entity), parameters("metric", metric, "asOf", asOf));
  }

  /** Alerts, of an organisation or of all. */
  public JsonNode alerts(String organisation, String from, String to, String asOf) {
    return get(
        "/alerts", parameters("organisation", organisation, "from", from, "to", to, "asOf", asOf));
  }

  /** Shifts, of an entity or of all, in a metric or in all. */
  public JsonNode shifts(String entity, String metric, String from, String to, String asOf) {
    return get(
        "/shifts",
        parameters("entity", entity, "metric", metric, "from", from, "to", to, "asOf", asOf));
  }

  /** Who holds how much of what at a date. */
  public JsonNode leaderboard(String metric, String scope, String at, String days, String asOf) {
    return get(
        "/leaderboard",
        parameters("metric", metric, "scope", scope, "at", at, "days", days, "asOf", asOf));
  }

  /**
   * Claims.
   *
   * @param filter person, entity, article, gone, asOf: as the API names them
   */
  public JsonNode claims(Map<String, String> filter) {
    return get("/claims", filter);
  }

  /** One claim. */
  public JsonNode claim(String id) {
    return get("/claims/" + segment(id), Map.of());
  }

  /** One article. */
  public JsonNode article(String id, String asOf) {
    return get("/articles/" + segment(id), parameters("asOf", asOf));
  }

  /** The whole state. */
  public JsonNode export(String asOf) {
    return get("/export", parameters("asOf", asOf));
  }

  /** Any question of the API, by its path. */
  public JsonNode get(String path, Map<String, String> parameters) {
    URI uri = URI.create(withoutSlash(base) + path + query(parameters));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(timeout).header("Accept", "application/json");
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = response.body()) {
        body = in.readNBytes(LARGEST_ANSWER + 1);
      }
      if (body.length > LARGEST_ANSWER) {
        throw new LedgerClientException(0, "the answer of " + base + " is too large", List.of());
      }
      return read(response.statusCode(), body);
    } catch (HttpTimeoutException e) {
      throw new LedgerClientException(
          0, base + " did not answer within " + timeout.toSeconds() + " s", e);
    } catch (SSLException e) {
      throw new LedgerClientException(
          0, base + " cannot be trusted, or speaks no TLS: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new LedgerClientException(
          0, "nothing answers at " + base + ": start it with 'newsledger run'", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerClientException(0, "interrupted while asking " + base, e);
    }
  }

  /** A path of names, each encoded. */
  public static String path(String... names) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      path.append('/').append(segment(name));
    }
    return path.toString();
  }

  private JsonNode read(int status, byte[] body) {
    JsonNode json;
    try {
      json = MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new LedgerClientException(
          status, base + " answers, but not as Newsledger does (HTTP " + status + ")", e);
    }
    if (status == 200 && json.isObject()) {
      return json;
    }
    List<String> items = new ArrayList<>();
    for (String list : List.of("suggestions", "allowed")) {
      json.path(list).forEach(item -> items.add(item.asText()));
    }
    String detail = json.path("detail").asText("");
    throw new LedgerClientException(
        status, detail.isEmpty() ? base + " answers with HTTP " + status : detail, items);
  }

  private static Map<String, String> parameters(String... namesAndValues) {
    TreeMap<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        parameters.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return parameters;
  }

  private static String query(Map<String, String> parameters) {
    StringJoiner query = new StringJoiner("&", "?", "");
    query.setEmptyValue("");
    new TreeMap<>(parameters)
        .forEach(
            (name, value) -> {
              if (!value.isBlank()) {
                query.add(segment(name) + "=" + segment(value));
              }
            });
    return query.toString();
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String withoutSlash(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
