package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.events.topic.AsyncApi;
import io.newsledger.events.topic.Topic;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** The description of the topics, as it is served and as it stands in the docs. */
final class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "asyncapi.json");

  @Test
  void whatIsServedStandsInTheDocs() throws Exception {
    String served = served();
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(DOCUMENT, served);
    }
    assertEquals(Files.readString(DOCUMENT), served, "accept with -Dgolden.accept=true");
  }

  @Test
  void everyPublicTopicHasItsSchemaAndEveryReferenceLeadsSomewhere() throws Exception {
    JsonNode document = new ObjectMapper().readTree(served());
    Set<String> channels = new HashSet<>();
    document.get("channels").fieldNames().forEachRemaining(channels::add);
    Set<String> topics = new HashSet<>();
    for (Topic<?> topic : AsyncApi.PUBLIC) {
      topics.add(topic.name());
      Schema schema = SpecificData.get().getSchema(topic.type());
      JsonNode payload =
          document.at("/components/messages/" + schema.getName() + "/payload/schema");
      assertEquals(schema, new Schema.Parser().parse(payload.toString()), topic.name());
    }
    assertEquals(topics, channels);
    for (JsonNode reference : document.findValues("$ref")) {
      assertFalse(document.at(reference.asText().substring(1)).isMissingNode(), reference.asText());
    }
  }

  private static String served() throws Exception {
    try (LedgerServer server = LedgerServer.start(new Ledger(Samples.state()), "127.0.0.1", 0)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.uri() + "/asyncapi.json"))
              .timeout(Duration.ofSeconds(20))
              .build();
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
