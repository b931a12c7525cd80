package io.newsledger.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.newsledger.app.instance.RunningInstance;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways into a running instance. */
final class IngestionCommandsTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int OWN = 1500;
  private static final String TOKEN = "0123456789abcdef";
  private static final String FEED =
      "<rss><channel><title>Street</title><item><title>Moor</title><guid>7</guid>"
          + "<link>https://street.example/moor</link><pubDate>Thu, 05 Mar 2026 14:30:00 GMT"
          + "</pubDate><description>"
          + "Ada Moor has left Spotify, it is said here. ".repeat(30)
          + "</description></item></channel></rss>";

  @TempDir static Path folder;
  private static Started running;

  /** While the instance reads what it was started with, another writer comes. */
  @BeforeAll
  static void start() throws Exception {
    Path own = Files.createDirectories(folder.resolve("own"));
    for (int i = 0; i < OWN; i++) {
      Files.writeString(own.resolve(i + ".md"), "---\ndate: 2026-01-05\n---\nNumber " + i);
    }
    Path other = folder.resolve("other.md");
    Files.writeString(other, "---\ndate: 2026-01-05\n---\nFrom elsewhere.");
    Path token = folder.resolve("token");
    Files.writeString(token, TOKEN + "\n");
    running =
        Started.of(
            folder,
            "run",
            "--data",
            data(),
            "--port",
            "0",
            "--token-file",
            token.toString(),
            "--input",
            own.toString());
    await().atMost(LONG).until(() -> Files.exists(Path.of(data(), "running.json")));
    for (int i = 0; i < 3; i++) {
      Files.writeString(other, "---\ndate: 2026-01-05\n---\nFrom elsewhere, " + i);
      Outcome outcome = ask("ingest", other.toString());
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.err().contains("1 offered: 1 new"), outcome.err());
    }
    running.until("The ledger is up");
  }

  @AfterAll
  static void stop() {
    Outcome ended = running.stop();
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.err().contains(OWN + " offered: " + OWN + " new"), ended.err());
  }

  @Test
  void whatWasRefusedIsListedAndCanBeReadAgain() throws Exception {
    Path undated = folder.resolve("undated.md");
    Files.writeString(undated, "Ada Moor has left Spotify.");
    Files.write(folder.resolve("binary.md"), new byte[] {0, 1, 2});
    ask("ingest", undated.toString(), folder.resolve("binary.md").toString());
    Outcome listed = ask("rejects", "--reason", "front_matter");
    assertEquals(0, listed.code(), listed.err());
    assertTrue(listed.out().startsWith("FRONT_MATTER  " + undated), listed.out());
    assertFalse(listed.out().contains("binary.md"), listed.out());
    assertTrue(listed.err().contains("1 rejects: 1 FRONT_MATTER"), listed.err());
    assertTrue(ask("rejects", "--json").out().contains("\"reason\":\"BINARY\""));

    Outcome retried = ask("rejects", "--retry", "--published", "2026-02-03");
    assertEquals(0, retried.code(), retried.err());
    assertTrue(retried.err().contains("2 offered: 1 new, 1 rejected (binary 1)"), retried.err());
    assertFalse(ask("rejects").out().contains("undated.md"));
    assertTrue(ask("rejects", "--all").out().contains("FRONT_MATTER (read since)"));
  }

  @Test
  void feedsAreWatched() throws Exception {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/feed",
        exchange -> {
          String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
          asked.add(String.valueOf(etag));
          exchange.getResponseHeaders().set("ETag", "\"7\"");
          if (etag != null) {
            exchange.sendResponseHeaders(304, -1);
          } else {
            byte[] feed = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
          }
          exchange.close();
        });
    server.start();
    try {
      String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
      Outcome refused = ask("watch", "--once", feed);
      assertEquals(0, refused.code(), refused.err());
      assertTrue(refused.err().contains("no public address"), refused.err());
      assertTrue(asked.isEmpty());
      Files.delete(Path.of(data(), "feeds.json"));

      Path opml = folder.resolve("feeds.opml");
      Files.writeString(opml, "<opml><body><outline xmlUrl='" + feed + "'/></body></opml>");
      Outcome first = ask("watch", "--once", "--allow-private", "--opml", opml.toString());
      assertEquals(0, first.code(), first.err());
      assertTrue(first.err().contains("1 offered: 1 new"), first.err());
      Outcome second = ask("watch", "--once", "--allow-private", feed, feed);
      assertTrue(second.err().endsWith("\n0 offered\n"), second.err());
      assertEquals(List.of("null", "\"7\""), List.copyOf(asked));

      try (Started watch =
          Started.of(
              folder, "watch", "--data", data(), "--allow-private", "--interval", "1s", feed)) {
        await().atMost(LONG).until(() -> asked.size() > 4);
        assertEquals(0, watch.stop().code());
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void tablesOfFiguresBecomeClaims() throws Exception {
    Path table = folder.resolve("ai_chatbot-ww-monthly-202601-202602.csv");
    Files.writeString(
        table, "Date,ChatGPT,Perplexity,Other\n2026-01,80.1,9.5,10.4\n2026-02,79,,21\n");
    Path plain = folder.resolve("plain.csv");
    Files.writeString(
        plain,
        "---\ndate: 2026-03-02\nsource: Wire\n---\nentity,metric,value\nGrok,users,64000000\n");
    Outcome undated = ask("ingest", "--figures", table.toString());
    assertTrue(undated.err().contains("--published"), undated.err());
    Outcome outcome =
        ask(
            "ingest",
            "--published",
            "2026-03-01",
            "--figures",
            table.toString(),
            "--figures",
            plain.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("2 offered: 2 new"), outcome.err());
    await().atMost(LONG).until(() -> ask("series", "Perplexity").code() == 0);
    await().atMost(LONG).until(() -> ask("series", "Grok").code() == 0);
    Outcome series = ask("series", "ChatGPT", "market share");
    assertTrue(series.out().contains("80.1"), series.out());
    assertTrue(series.out().contains("“ChatGPT,MARKET_SHARE,79,PERCENT"), series.out());
    assertTrue(series.out().contains("StatCounter"), series.out());
  }

  @Test
  void articlesArePostedByWhoKnowsTheToken() throws Exception {
    String article = "---\ndate: 2026-03-05\nurl: https://street.example/posted\n---\nPosted.";
    assertEquals(401, post("", article).statusCode());
    HttpResponse<String> wrong = post("Bearer " + TOKEN + "x", article);
    assertEquals(401, wrong.statusCode());
    assertEquals("application/problem+json", wrong.headers().firstValue("Content-Type").orElse(""));
    HttpResponse<String> first = post("Bearer " + TOKEN, article);
    assertEquals(200, first.statusCode(), first.body());
    assertTrue(first.body().contains("\"new\" : 1"), first.body());
    assertTrue(post("bearer " + TOKEN, article).body().contains("\"unchanged\" : 1"));
    HttpResponse<String> mixed =
        post("Bearer " + TOKEN, "[{\"text\":\"A.\",\"date\":\"2026-03-05\"},{\"text\":\"B.\"}]");
    assertEquals(200, mixed.statusCode(), mixed.body());
    assertTrue(mixed.body().contains("\"reason\" : \"FRONT_MATTER\""), mixed.body());
    HttpResponse<String> refused = post("Bearer " + TOKEN, "Undated.");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("FRONT_MATTER"), refused.body());
    assertEquals(422, post("Bearer " + TOKEN, "").statusCode());
    assertEquals(413, post("Bearer " + TOKEN, "x".repeat(9_000_000)).statusCode());
  }

  @Test
  void packedArticlesAreUnpackedUpToTheBound() throws Exception {
    String lines =
        "{\"url\":\"https://street.example/packed\",\"text\":\"A.\",\"date\":\"2026-03-05\"}\n";
    HttpResponse<String> taken = packed(lines + lines + "{\"text\":\"B.\"}\n");
    assertEquals(200, taken.statusCode(), taken.body());
    for (String count :
        List.of(
            "\"offered\" : 3",
            "\"accepted\" : 1",
            "\"new\" : 1",
            "\"revised\" : 0",
            "\"withdrawn\" : 0",
            "\"unchanged\" : 1",
            "\"rejected\" : 1",
            "\"FRONT_MATTER\" : 1")) {
      assertTrue(taken.body().contains(count), taken.body());
    }
    assertEquals(413, packed("x".repeat(100_000_000)).statusCode());
    assertTrue(packed(lines).body().contains("\"unchanged\" : 1"));
  }

  private static HttpResponse<String> packed(String body) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return send(
        request("Bearer " + TOKEN)
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray())));
  }

  private static HttpResponse<String> post(String authorization, String body) throws Exception {
    return send(request(authorization).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder request(String authorization) {
    URI api = RunningInstance.find(Path.of(data())).api();
    return HttpRequest.newBuilder(URI.create(api + "/articles"))
        .header("Authorization", authorization);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatIsNoFeedAddressIsWrongUse() {
    assertEquals(2, ask("watch", "no-address").code());
    assertEquals(2, ask("watch").code());
    assertEquals(2, ask("ingest").code());
    assertEquals(2, ask("watch", "https://street.example/feed", "--interval", "soon").code());
    assertEquals(2, ask("rejects", "--published", "2026-01-01").code());
  }

  private static Outcome ask(String... question) {
    List<String> arguments = new ArrayList<>(List.of(question));
    arguments.addAll(List.of("--data", data()));
    return Outcome.of(arguments.toArray(String[]::new));
  }

  private static String data() {
    return folder.resolve("data").toString();
  }
}
