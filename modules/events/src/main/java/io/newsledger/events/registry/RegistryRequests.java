package io.newsledger.events.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to a registry, asked again while it cannot be reached or is overloaded, until the
 * patience is over. What it is asked for may be asked any number of times.
 */
final class RegistryRequests {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryRequests.class);
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RegistryAccess access;
  private final HttpClient client;

  RegistryRequests(RegistryAccess access) {
    this.access = access;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // Registries speak it, and an upgrade is asked for with a body that some then drop.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(access.request());
    access.tls().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** An answer that came: empty if there is no such thing. */
  Optional<JsonNode> get(String path) {
    return ask(request(path).GET().build());
  }

  Optional<JsonNode> post(String path, JsonNode body) {
    return ask(request(path).POST(publisher(body)).build());
  }

  Optional<JsonNode> put(String path, JsonNode body) {
    return ask(request(path).PUT(publisher(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(access.base() + path))
            .timeout(access.request())
            .header("Accept", TYPE + ", application/json")
            .header("Content-Type", TYPE);
    access.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private static HttpRequest.BodyPublisher publisher(JsonNode body) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is JSON cannot be written", e);
    }
  }

  private Optional<JsonNode> ask(HttpRequest request) {
    long start = System.nanoTime();
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        String fault;
        try {
          Answer answer = answer(request);
          if (!answer.isPassing()) {
            return understood(request, answer);
          }
          fault = "it answers with status " + answer.status();
        } catch (IOException e) {
          fault = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        Duration left = access.patience().minusNanos(System.nanoTime() - start);
        if (left.isNegative() || left.isZero()) {
          throw new RegistryException(
              "the schema registry at "
                  + access
                  + " could not be used for "
                  + access.patience().toSeconds()
                  + " s: "
                  + fault
                  + "; check that it runs and that --schema-registry is its address");
        }
        LOG.warn("the schema registry at {}: {}; asking again", access, fault);
        Thread.sleep(Math.min(pause.toMillis(), left.toMillis() + 1));
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryException("interrupted while asking the schema registry", e);
    }
  }

  private record Answer(int status, JsonNode body) {
    /** Worth asking again. */
    boolean isPassing() {
      return status == TOO_MANY || status >= SERVER_ERROR;
    }
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(LARGEST_ANSWER + 1);
      if (body.length > LARGEST_ANSWER) {
        throw new RegistryException(
            "the answer of " + request.uri() + " is larger than a schema can be");
      }
      return new Answer(response.statusCode(), tree(body));
    }
  }

  private Optional<JsonNode> understood(HttpRequest request, Answer answer) {
    JsonNode body = answer.body();
    if (answer.status() == NOT_FOUND) {
      // Its own "not found" is numbered; any web server's is not.
      if (!body.has("error_code")) {
        throw new RegistryException(
            request.uri()
                + " does not exist: --schema-registry must be the address of an interface like"
                + " Confluent's (Apicurio: http://HOST:PORT/apis/ccompat/v7)");
      }
      return Optional.empty();
    }
    if (answer.status() >= ERROR) {
      throw new RegistryException(
          "the schema registry refuses "
              + request.method()
              + " "
              + request.uri()
              + " with status "
              + answer.status()
              + ": "
              + body.path("message").asText("no reason given"));
    }
    if (body.isMissingNode()) {
      throw new RegistryException("the answer of " + request.uri() + " is no JSON");
    }
    return Optional.of(body);
  }

  private static JsonNode tree(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
