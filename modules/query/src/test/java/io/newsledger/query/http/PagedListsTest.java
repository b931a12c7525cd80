package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private static final List<String> KINDS = List.of("people", "entities", "articles");
  private static final List<String> PAGED =
      List.of(
          "/alerts",
          "/shifts",
          "/claims",
          "/people",
          "/entities",
          "/flows",
          "/movements",
          "/series/Orbit",
          "/leaderboard",
          "/search?q=orbit");

  @ParameterizedTest
  @CsvSource({
    "/movements?from=, movements",
    "/organisations/Northlab/movements?from=, movements",
    "/alerts?from=, alerts",
    "/flows?from=, movements",
    "/flows?organisation=Northlab, movements",
    "/flows?asOf=2027-01-01, movements",
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

  @ParameterizedTest
  @CsvSource({
    "/series/Orbit?metric=, series, points",
    "/series/Orbit?asOf=2027-01-01&at=2026-12-31, series, points",
    "/leaderboard?metric=MARKET_SHARE&days=3000, boards, rows",
    "/leaderboard?metric=MARKET_SHARE&days=3000&asOf=2027-01-01, boards, rows",
  })
  void pagesOfGroupsMakeTheWholeAgain(String question, String groups, String rows)
      throws Exception {
    try (LedgerServer server =
        LedgerServer.start(new Ledger(SignalSamples.state()), "127.0.0.1", 0)) {
      JsonNode whole = get(server, question + "&limit=500");
      List<JsonNode> expected = flat(whole, groups, rows);
      assertEquals(flat(get(server, question), groups, rows), expected, "all without a limit");
      List<JsonNode> items = new ArrayList<>();
      String cursor = "";
      int pages = 0;
      do {
        JsonNode page =
            get(server, question + "&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
        assertEquals(whole.get("total"), page.get("total"));
        List<JsonNode> found = flat(page, groups, rows);
        assertTrue(found.size() <= 2, page::toString);
        items.addAll(found);
        cursor = page.get("next").asText("");
        pages++;
      } while (!cursor.isEmpty() && pages < MOST_PAGES);
      assertEquals(expected, items);
      assertTrue(expected.size() > 1, whole::toString);
      assertEquals((expected.size() + 1) / 2, pages, "two items a page");
    }
  }

  @Test
  void pagesOfASearchMakeWhatIsFoundAgain() throws Exception {
    try (LedgerServer server =
        LedgerServer.start(new Ledger(SignalSamples.state()), "127.0.0.1", 0)) {
      for (String typed : List.of("a", "o", "Orbit", "nothing like that")) {
        String question = "/search?q=" + typed.replace(" ", "%20");
        JsonNode whole = get(server, question + "&limit=500");
        assertTrue(whole.get("next").isNull(), whole::toString);
        ObjectNode found = MAPPER.createObjectNode();
        String cursor = "";
        int pages = 0;
        do {
          JsonNode page =
              get(server, question + "&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
          assertEquals(whole.get("totals"), page.get("totals"));
          assertEquals(page.get("next").isNull(), !page.get("truncated").asBoolean());
          for (String kind : KINDS) {
            assertTrue(page.get(kind).size() <= 1, page::toString);
            page.get(kind).forEach(found.withArray(kind)::add);
          }
          cursor = page.get("next").asText("");
          pages++;
        } while (!cursor.isEmpty() && pages < MOST_PAGES);
        int most = 1;
        for (String kind : KINDS) {
          assertEquals(whole.get(kind), found.withArray(kind), typed);
          assertEquals(whole.get(kind).size(), whole.get("totals").get(kind).asInt(), typed);
          most = Math.max(most, whole.get(kind).size());
        }
        assertEquals(most, pages, typed);
      }
    }
  }

  private static List<JsonNode> flat(JsonNode answer, String groups, String rows) {
    List<JsonNode> flat = new ArrayList<>();
    for (JsonNode group : answer.get(groups)) {
      ObjectNode shared = group.deepCopy();
      shared.remove(rows);
      group.get(rows).forEach(row -> flat.add(MAPPER.createArrayNode().add(shared).add(row)));
    }
    return flat;
  }

  @Test
  void aCursorThatWasNeverGivenOutIsRefused() throws Exception {
    try (LedgerServer server =
        LedgerServer.start(new Ledger(SignalSamples.state()), "127.0.0.1", 0)) {
      for (String path : PAGED) {
        String cursor = path + (path.contains("?") ? "&" : "?") + "cursor=%25";
        HttpResponse<String> answer = send(server, cursor);
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
