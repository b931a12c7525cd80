package io.newsledger.producer.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedVisitTest {
  private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final AddressGuard OPEN =
      AddressGuard.none(host -> List.of(InetAddress.getAllByName(host)));
  private static final String LONG =
      "Ada Moor left Quill, it is said, and joined Harbour. ".repeat(30);

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService serving = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(serving);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
          answers.getOrDefault(path, answer(404, Map.of(), "")).to(exchange);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    serving.shutdownNow();
  }

  @Test
  void whatIsNewIsOfferedOnceAndWhatDidNotChangeIsNotSentAgain() throws Exception {
    answers.put("/feed", answer(200, Map.of("ETag", "\"7\""), feed(entry("moor", LONG))));
    FeedVisit.Result first = visit(fresh("/feed"));
    Article article = article(first.offers().get(0));
    assertEquals("Moor", article.getTitle());
    assertEquals(LONG.strip(), article.getBody());
    assertEquals(NOW.plus(INTERVAL), first.state().next());

    assertEquals(List.of(), visit(first.state()).offers());
    assertEquals("\"7\"", asked.get("/feed"));
    answers.put("/feed", answer(304, Map.of(), ""));
    FeedVisit.Result unchanged = visit(first.state());
    assertEquals(Optional.empty(), unchanged.trouble());
    assertEquals(first.state().etag(), unchanged.state().etag());
  }

  @Test
  void ofATeaserTheLinkedPageIsRead() throws Exception {
    answers.put("/feed", answer(200, Map.of(), feed(entry("moor", "A teaser."))));
    answers.put("/moor", answer(200, Map.of(), "<html><body><p>" + LONG + "</p></body></html>"));
    Article article = article(visit(fresh("/feed")).offers().get(0));
    assertEquals(LONG.strip(), article.getBody());
    assertEquals("Moor", article.getTitle());
    assertEquals(Instant.parse("2026-03-05T14:30:00Z"), article.getPublishedAt());
  }

  @Test
  void aPageThatCannotBeHadIsRefusedAndAskedForAgain() throws Exception {
    answers.put("/feed", answer(200, Map.of("ETag", "\"7\""), feed(entry("moor", "A teaser."))));
    FeedVisit.Result first = visit(fresh("/feed"));
    assertEquals(RejectReason.UNREADABLE, reason(first.offers().get(0)));
    answers.put("/moor", answer(200, Map.of(), "<html><body><p>" + LONG + "</p></body></html>"));
    article(visit(first.state()).offers().get(0));
  }

  @Test
  void aTeaserCountsWhenItsPageIsNeverThere() throws Exception {
    answers.put("/feed", answer(200, Map.of(), feed(entry("moor", "A teaser."))));
    FeedState state = fresh("/feed");
    for (int i = 1; i < 5; i++) {
      FeedVisit.Result tried = visit(state);
      assertEquals(RejectReason.UNREADABLE, reason(tried.offers().get(0)));
      state = tried.state();
    }
    FeedVisit.Result last = visit(state);
    assertEquals("A teaser.", article(last.offers().get(0)).getBody());
    assertEquals(List.of(), visit(last.state()).offers());
  }

  @Test
  void whatIsNoFeedIsToldSo() throws Exception {
    answers.put("/feed", answer(200, Map.of(), "<html><body>Sign in</body></html>"));
    assertTrue(visit(fresh("/feed")).trouble().orElseThrow().contains("no feed"));
  }

  @Test
  void whatIsKnownOfAFeedOutlivesTheWatcher(@TempDir Path folder) throws Exception {
    answers.put("/old", answer(301, Map.of("Location", "/feed"), ""));
    answers.put(
        "/feed",
        answer(
            200,
            Map.of("ETag", "\"7\"", "Last-Modified", "Thu, 05 Mar 2026 14:30:00 GMT"),
            feed(entry("moor", LONG) + entry("none", "A teaser.").replace(">7<", ">8<"))));
    FeedState state = visit(fresh("/old")).state();
    Path file = folder.resolve("feeds.json");
    FeedMemory.in(file).keep(state);
    assertEquals(state, FeedMemory.in(file).of(uri("/old"), NOW));
    assertEquals(fresh("/new"), FeedMemory.in(file).of(uri("/new"), NOW));
    Files.writeString(file, "{\"broken\"");
    assertEquals(fresh("/old"), FeedMemory.in(file).of(uri("/old"), NOW));
  }

  @Test
  void aFeedThatMovedForGoodIsVisitedThereFromThenOn() throws Exception {
    answers.put("/old", answer(301, Map.of("Location", "/feed"), ""));
    answers.put("/feed", answer(200, Map.of(), feed(entry("moor", LONG))));
    FeedVisit.Result moved = visit(fresh("/old"));
    assertEquals(uri("/feed"), moved.state().address());
    answers.put("/old", answer(302, Map.of("Location", "/feed"), ""));
    assertEquals(uri("/old"), visit(fresh("/old")).state().address());
  }

  @Test
  void aFeedThatIsGoneIsNotVisitedAgain() throws Exception {
    answers.put("/feed", answer(410, Map.of(), ""));
    assertTrue(visit(fresh("/feed")).state().gone());
  }

  @Test
  void aServerThatAsksForPatienceGetsIt() throws Exception {
    answers.put("/feed", answer(429, Map.of("Retry-After", "7200"), ""));
    assertEquals(NOW.plusSeconds(7200), visit(fresh("/feed")).state().next());
    answers.put("/feed", answer(503, Map.of("Retry-After", "Sat, 07 Mar 2026 15:00:00 GMT"), ""));
    assertEquals(Instant.parse("2026-03-07T15:00:00Z"), visit(fresh("/feed")).state().next());
    answers.put("/feed", answer(429, Map.of("Retry-After", "999999999"), ""));
    assertEquals(NOW.plus(Duration.ofDays(7)), visit(fresh("/feed")).state().next());
  }

  @Test
  void failuresBackOffUpToADay() throws Exception {
    answers.put("/feed", answer(500, Map.of(), ""));
    FeedState state = visit(fresh("/feed")).state();
    assertEquals(NOW.plus(INTERVAL.multipliedBy(2)), state.next());
    state = visit(state).state();
    assertEquals(NOW.plus(INTERVAL.multipliedBy(4)), state.next());
    for (int i = 0; i < 40; i++) {
      state = visit(state).state();
    }
    assertEquals(NOW.plus(Duration.ofDays(1)), state.next());
    answers.put("/feed", answer(200, Map.of(), feed(entry("moor", LONG))));
    assertEquals(0, visit(state).state().failures());
  }

  @Test
  void circlesEndlessBodiesAndDrippingServersEnd() throws Exception {
    answers.put("/circle", answer(302, Map.of("Location", "/circle"), ""));
    answers.put("/endless", exchange -> pour(exchange, new byte[64 * 1024], 0));
    answers.put("/drip", exchange -> pour(exchange, new byte[1], 20));
    answers.put("/silent", exchange -> await());
    for (String path : List.of("/circle", "/endless", "/drip", "/silent")) {
      FeedVisit.Result result = visit(fresh(path));
      assertTrue(result.trouble().isPresent(), path);
      assertEquals(1, result.state().failures());
    }
  }

  @Test
  void everyAddressOnTheWayIsChecked() throws Exception {
    answers.put("/feed", answer(302, Map.of("Location", "http://inside.example:1/secret"), ""));
    answers.put(
        "/teasers", answer(200, Map.of(), feed(entry("http://inside.example:1/x", "A teaser."))));
    AddressGuard.Resolver resolver =
        host ->
            List.of(
                InetAddress.getByName(
                    host.equals("inside.example") ? "10.0.0.1" : "93.184.216.34"));
    FeedVisit guarded = visits(AddressGuard.publicOnly(resolver));
    assertTrue(guarded.visit(fresh("/feed")).trouble().orElseThrow().contains("no public address"));
    Offer offer = guarded.visit(fresh("/teasers")).offers().get(0);
    assertEquals(RejectReason.UNREADABLE, reason(offer));
  }

  @Test
  void aSlowFeedHoldsUpNoOther() throws Exception {
    answers.put("/silent", exchange -> await());
    answers.put("/feed", answer(200, Map.of(), feed(entry("moor", LONG))));
    try (Watcher watcher =
        new Watcher(
            List.of(fresh("/silent"), fresh("/feed")),
            visits(OPEN, Duration.ofMinutes(5)),
            CLOCK)) {
      FeedVisit.Result result = watcher.next(Duration.ofSeconds(60)).orElseThrow();
      assertEquals(uri("/feed"), result.state().address());
      assertFalse(result.offers().isEmpty());
    }
  }

  private FeedVisit.Result visit(FeedState state) throws InterruptedException {
    return visits(OPEN).visit(state);
  }

  private FeedVisit visits(AddressGuard guard) {
    return visits(guard, Duration.ofSeconds(5));
  }

  private FeedVisit visits(AddressGuard guard, Duration time) {
    Fetcher fetcher = new Fetcher(client, guard, new Fetcher.Limits(time, 1024 * 1024));
    return new FeedVisit(fetcher, ArticleReader.strict(), CLOCK, INTERVAL);
  }

  private FeedState fresh(String path) {
    return FeedState.fresh(uri(path), NOW);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Answer answer(int status, Map<String, String> headers, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    };
  }

  /** Sends without end, at most until the test is over. */
  private void pour(HttpExchange exchange, byte[] bytes, long pause) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (!over.await(pause, TimeUnit.MILLISECONDS)) {
        out.write(bytes);
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static String feed(String entries) {
    return "<rss><channel><title>Street</title>" + entries + "</channel></rss>";
  }

  private String entry(String link, String text) {
    String full = link.contains(":") ? link : uri("/" + link).toString();
    return "<item><title>Moor</title><guid>7</guid><link>"
        + full
        + "</link><pubDate>Thu, 05 Mar 2026 14:30:00 GMT</pubDate><description>"
        + text
        + "</description></item>";
  }

  private static Article article(Offer offer) {
    return assertInstanceOf(Reading.Read.class, offer.reading(), offer.reading().toString())
        .article();
  }

  private static RejectReason reason(Offer offer) {
    return assertInstanceOf(Reading.Refused.class, offer.reading()).reason();
  }
}
