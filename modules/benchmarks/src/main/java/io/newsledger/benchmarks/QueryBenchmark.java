package io.newsledger.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.ProducerSettings;
import io.newsledger.query.http.Access;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Questions over HTTP on loopback to a ledger that stands still, against an address of the same
 * server whose answer is always the same. Who asks runs on the same processors.
 */
final class QueryBenchmark {
  /** One claim by its id. */
  static final String CLAIMS = "query-claim";

  /** One person's career with the claims it rests on. */
  static final String CAREERS = "query-career";

  private static final double TARGET = 0.6;
  private static final int ASKING = 4;
  private static final int A_ROUND = 8_000;
  private static final int MOST_SUBJECTS = 500;
  private static final String CONSTANT = "/health/live";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private QueryBenchmark() {}

  /**
   * @param name which of them
   * @param folder empty one
   */
  static Comparison open(String name, Articles articles, Path folder) throws Exception {
    Served served = Served.start(articles, folder);
    boolean ready = false;
    try {
      boolean careers = name.equals(CAREERS);
      List<String> paths = careers ? served.careers() : served.claims();
      Asked ours = new Asked(served, paths);
      Asked constant = new Asked(served, List.of(CONSTANT));
      Comparison comparison =
          new Comparison(
              (careers ? "Careers of people" : "Claims by id") + " over HTTP, at rest",
              "a constant answer of the same server",
              "requests",
              TARGET,
              ours,
              constant,
              () -> {
                served.close();
                System.out.printf(
                    Locale.ROOT,
                    "%s, p99 with %d asking at once: %.1f ms; of the constant answer: %.1f ms%n",
                    name,
                    ASKING,
                    ours.p99Millis(),
                    constant.p99Millis());
              });
      ready = true;
      return comparison;
    } finally {
      if (!ready) {
        served.close();
      }
    }
  }

  /** Asks for addresses in turn, several at once. */
  private static final class Asked implements Contender {
    private final Served served;
    private final List<HttpRequest> requests;
    private long[] nanos = {};

    Asked(Served served, List<String> paths) {
      this.served = served;
      this.requests =
          paths.stream()
              .map(
                  path ->
                      HttpRequest.newBuilder(URI.create(served.api + path))
                          .timeout(PATIENCE)
                          .build())
              .toList();
    }

    @Override
    public long run() throws Exception {
      nanos = new long[A_ROUND];
      AtomicInteger next = new AtomicInteger();
      List<Callable<Void>> askers = new ArrayList<>();
      for (int asker = 0; asker < ASKING; asker++) {
        askers.add(
            () -> {
              for (int i = next.getAndIncrement(); i < A_ROUND; i = next.getAndIncrement()) {
                long start = System.nanoTime();
                served.answer(requests.get(i % requests.size()));
                nanos[i] = System.nanoTime() - start;
              }
              return null;
            });
      }
      for (Future<Void> asker : served.threads.invokeAll(askers)) {
        asker.get();
      }
      return A_ROUND;
    }

    /** Of the last round. */
    double p99Millis() {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted.length == 0 ? Double.NaN : sorted[sorted.length * 99 / 100] / 1e6;
    }
  }

  /** A ledger with articles folded, and its server. */
  private static final class Served {
    private final FreshBroker broker;
    private final FreshBroker.Running running;
    private final String api;
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(ASKING);

    private Served(FreshBroker broker, FreshBroker.Running running) {
      this.broker = broker;
      this.running = running;
      this.api =
          running
              .pipeline()
              .serve("127.0.0.1", 0, Optional.empty(), Access.OPEN, Set.of())
              .toString();
    }

    static Served start(Articles articles, Path folder) throws Exception {
      FreshBroker broker = FreshBroker.start(folder.resolve("ledger"));
      FreshBroker.Running running = broker.pipeline();
      DocumentRounds files = DocumentRounds.markdown(articles.texts(), folder.resolve("files"));
      try (ArticleProducer producer =
          new ArticleProducer(
              broker.clients(),
              EventSerdes.singleObject(),
              ProducerSettings.of(ArticleReader.strict(), new Random()))) {
        running.pipeline().awaitFolded();
        producer.ingest(files.next().files().stream().map(Input::file).iterator(), step -> {});
        running.pipeline().awaitFolded();
      }
      return new Served(broker, running);
    }

    List<String> claims() throws Exception {
      return paths("/claims?limit=" + MOST_SUBJECTS, "claims", "id", "/claims/");
    }

    List<String> careers() throws Exception {
      return paths("/people?limit=" + MOST_SUBJECTS, "people", "name", "/careers/");
    }

    private List<String> paths(String list, String items, String field, String prefix)
        throws Exception {
      JsonNode found = new ObjectMapper().readTree(answer(request(list))).path(items);
      List<String> paths = new ArrayList<>();
      for (JsonNode item : found) {
        String text = item.path(field).asText();
        paths.add(prefix + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
      }
      if (paths.isEmpty()) {
        throw new IllegalStateException("nothing to ask for was read in the articles");
      }
      return paths;
    }

    private HttpRequest request(String path) {
      return HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE).build();
    }

    byte[] answer(HttpRequest request) throws IOException, InterruptedException {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
      }
      return answer.body();
    }

    void close() {
      threads.shutdownNow();
      try {
        running.close();
      } finally {
        broker.close();
      }
    }
  }
}
