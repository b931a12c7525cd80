package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.query.Ledger;
import io.newsledger.query.SignalSamples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists asked for page by page. */
final class PagedListsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_PAGES = 100;

  @ParameterizedTest
  @CsvSource({
    "/movements?from=, movements",
    "/organisations/Northlab/movements?from=, movements",
    "/alerts?from=, alerts",
    "/shifts?from=, shifts",
    "/shifts?asOf=2027-01-01, shifts",
    "/claims?entity=, claims",
    "/claims?asOf=2027-01-01&at=2026-12-31, claims",
    "/people?q=, people",
    "/entities?q=, entities",
  })
  void pagesMakeTheWholeListAgain(String question, String list) throws Exception {
    try (LedgerServer server =
        LedgerServer.start(new Ledger(SignalSamples.state()), "127.0.0.1", 0)) {
      JsonNode whole = get(server, question + "&limit=500");
      List<JsonNode> items = new ArrayList<>();
      String cursor = "";
      int pages = 0;
      do {
        JsonNode page =
            get(server, question + "&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
        assertTrue(page.get(list).size() <= 1, page::toString);
        assertEquals(whole.get("total"), page.get("total"));
        page.get(list).forEach(items::add);
        cursor = page.get("next").asText("");
        pages++;
      } while (!cursor.isEmpty() && pages < MOST_PAGES);
      List<JsonNode> expected = new ArrayList<>();
      whole.get(list).forEach(expected::add);
      assertEquals(expected, items);
      assertEquals(whole.get("total").asInt(), pages, "one item a page");
      assertTrue(whole.get("next").isNull(), "the whole list has no page behind it");
    }
  }

  @Test
  void aCursorThatWasNeverGivenOutIsRefused() throws Exception {
    try (LedgerServer server =
        LedgerServer.start(new Ledger(SignalSamples.state()), "127.0.0.1", 0)) {
      for (String path : List.of("/alerts", "/shifts", "/claims", "/people", "/entities")) {
        HttpResponse<String> answer = send(server, path + "?cursor=%25");
        assertEquals(400, answer.statusCode(), path);
        assertEquals(
            "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
      }
    }
  }

  private static JsonNode get(LedgerServer server, String path) throws Exception {
    HttpResponse<String> answer = send(server, path);
    assertEquals(200, answer.statusCode(), answer.body());
    return MAPPER.readTree(answer.body());
  }

  private static HttpResponse<String> send(LedgerServer server, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .timeout(Duration.ofSeconds(20))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
