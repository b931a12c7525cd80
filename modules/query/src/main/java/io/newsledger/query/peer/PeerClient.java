package io.newsledger.query.peer;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.Peers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances over HTTP. */
public final class PeerClient implements Peers {
  /** Where instances ask each other. */
  public static final String PATH = "/cluster/rows";

  /** A part of an answer takes so long at most. */
  static final Duration ANSWER = Duration.ofSeconds(3);

  private static final Duration CONNECT = Duration.ofSeconds(1);

  /** An instance that did not answer at all is left alone for so long. */
  private static final long SILENCE_NANOS = Duration.ofSeconds(1).toNanos();

  /**
   * So many questions wait for others at once: each holds a thread of the server, and some must be
   * left for the questions of those others, or all would wait for each other.
   */
  private static final int AT_ONCE = 6;

  /** Full, and the largest row behind that. */
  private static final int LARGEST = RowsAnswer.FULL + 16 * 1024 * 1024;

  private static final int MOST_SILENT = 1_000;

  private final PeerSettings settings;
  private final HttpClient http;
  private final EventSerdes serdes = EventSerdes.singleObject();
  private final Semaphore waiting = new Semaphore(AT_ONCE);
  private final Map<HostInfo, Long> silent = new ConcurrentHashMap<>();

  /**
   * @param settings what the others are asked with
   */
  public PeerClient(PeerSettings settings) {
    this.settings = settings;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER);
    settings.trust().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  @Override
  public HostInfo self() {
    return settings.self();
  }

  @Override
  public <T extends SpecificRecord> Answer<Map<String, T>> get(
      Where where, Store<T> store, List<Integer> partitions, Collection<String> keys)
      throws PeerException {
    Map<String, T> found = new HashMap<>();
    long lag = 0;
    List<String> left = new ArrayList<>(keys);
    while (!left.isEmpty()) {
      List<String> part = left.subList(0, Math.min(left.size(), RowsQuestion.MOST_KEYS));
      RowsAnswer answer =
          ask(
              where.host(),
              new RowsQuestion(
                  where.application(),
                  store.name(),
                  partitions,
                  where.copies(),
                  part,
                  Keys.ALL,
                  part.size()));
      read(where, store, answer.rows()).forEach(row -> found.put(row.key(), row.value()));
      lag = Math.max(lag, answer.lag());
      if (answer.keys() < 1 || answer.keys() > part.size()) {
        throw new PeerException(where.host() + " looks for other keys", null);
      }
      left = left.subList(answer.keys(), left.size());
    }
    return new Answer<>(found, lag);
  }

  @Override
  public <T extends SpecificRecord> Answer<Part<T>> visit(
      Where where, Store<T> store, int partition, Keys keys, int limit) throws PeerException {
    RowsAnswer answer =
        ask(
            where.host(),
            new RowsQuestion(
                where.application(),
                store.name(),
                List.of(partition),
                where.copies(),
                List.of(),
                keys,
                limit));
    return new Answer<>(new Part<>(read(where, store, answer.rows()), answer.more()), answer.lag());
  }

  private <T extends SpecificRecord> List<Row<T>> read(
      Where where, Store<T> store, List<Row<byte[]>> rows) throws PeerException {
    try (Deserializer<T> deserializer = serdes.of(store.type()).deserializer()) {
      return rows.stream()
          .map(row -> new Row<>(row.key(), deserializer.deserialize(store.name(), row.value())))
          .toList();
    } catch (SerializationException e) {
      throw new PeerException(where.host() + " keeps rows of another release", e);
    }
  }

  private RowsAnswer ask(HostInfo host, RowsQuestion question) throws PeerException {
    Long since = silent.get(host);
    if (since != null && System.nanoTime() - since < SILENCE_NANOS) {
      throw new PeerException(host + " did not answer a moment ago", null);
    }
    try {
      if (!waiting.tryAcquire(ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PeerException("too many questions wait for other instances", null);
      }
      try {
        return send(host, question);
      } finally {
        waiting.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PeerException("interrupted while " + host + " was asked", e);
    }
  }

  private RowsAnswer send(HostInfo host, RowsQuestion question)
      throws PeerException, InterruptedException {
    Bounded body = new Bounded();
    CompletableFuture<HttpResponse<Void>> asked =
        http.sendAsync(
            request(host, question),
            HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(body::add)));
    try {
      // The bound of the request itself ends with the head of the answer.
      int status = asked.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (status != 200) {
        throw new PeerException(host + " answers with HTTP " + status, null);
      }
      return RowsAnswer.decode(body.bytes());
    } catch (TimeoutException | ExecutionException e) {
      asked.cancel(true);
      if (silent.size() >= MOST_SILENT) {
        silent.clear();
      }
      silent.put(host, System.nanoTime());
      throw new PeerException(host + " does not answer", e);
    } catch (IOException e) {
      throw new PeerException(host + " answers, but not as an instance does", e);
    }
  }

  private HttpRequest request(HostInfo host, RowsQuestion question) {
    String scheme = settings.trust().isPresent() ? "https://" : "http://";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(scheme + host.host() + ":" + host.port() + PATH))
            .timeout(ANSWER)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question.encode()));
    settings.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  /** Bytes of an answer, no more than there may be. */
  private static final class Bounded {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    synchronized void add(byte[] part) {
      if (bytes.size() + part.length > LARGEST) {
        throw new IllegalStateException("an answer of more than " + LARGEST + " bytes");
      }
      bytes.writeBytes(part);
    }

    synchronized byte[] bytes() {
      return bytes.toByteArray();
    }
  }
}
