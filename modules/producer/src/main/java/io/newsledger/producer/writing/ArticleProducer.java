package io.newsledger.producer.writing;

import io.newsledger.events.Article;
import io.newsledger.events.ArticleIndex;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes what is offered: articles to {@code news.articles}, refusals to {@code news.rejects}, and
 * in the same transaction to {@code news.index} what was written, so that nothing is written twice,
 * however often it is offered and wherever a writer was killed. In the index an article has its
 * revisions, a reject none. Writers of one name take turns, see {@link Turns}.
 *
 * <p>For one thread. Holds about 110 bytes for each article on the log, see {@link KnownRevisions};
 * and what one transaction carries, see {@link ProducerSettings}.
 */
public final class ArticleProducer implements AutoCloseable {
  /** What the catalogue allows on topics of whole texts. */
  private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

  /**
   * How long a killed writer's open transaction may hold readers up, if no writer of its name comes
   * back; a transaction is sent in a small part of it.
   */
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;

  /** What strings and envelope of an article take beside its characters. */
  private static final int ARTICLE_OVERHEAD = 512;

  private final Turns turns;
  private final EventEncoder encoder;
  private final OfferReader reader;
  private final ProducerSettings settings;

  /**
   * Connects, ends what an earlier writer of the same name left open, and learns what stands on the
   * logs.
   *
   * @param kafkaProperties of producer and consumer: {@code bootstrap.servers} and what the cluster
   *     needs besides
   * @throws IngestException if the cluster cannot be reached in time or lacks the topics
   */
  public ArticleProducer(
      Map<String, Object> kafkaProperties, EventSerdes serdes, ProducerSettings settings) {
    this(
        () -> connect(kafkaProperties, settings),
        serdes,
        settings,
        Index.on(consumerProperties(kafkaProperties), serdes, settings.timeout()));
  }

  ArticleProducer(
      Supplier<Producer<String, byte[]>> connection,
      EventSerdes serdes,
      ProducerSettings settings,
      Index index) {
    this.encoder = new EventEncoder(serdes);
    this.reader = new OfferReader(settings.reader());
    this.settings = settings;
    this.turns = new Turns(connection, index, settings);
    boolean begun = false;
    try {
      turns.take();
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  /** {@link #ingest(Iterator, Consumer)} of a stream, which is left open. */
  public IngestReport ingest(Stream<Input> inputs, Consumer<Progress> progress) {
    return ingest(inputs.iterator(), progress);
  }

  /**
   * Reads and writes all that is offered, in transactions.
   *
   * @param progress hears of every refusal and every transaction
   * @return what became of it, all of it committed
   * @throws IngestException if a transaction fails; those before it stay. Close this producer then;
   *     to offer everything again to a new one writes only what is missing
   */
  public IngestReport ingest(Iterator<Input> inputs, Consumer<Progress> progress) {
    try (Offers offers = reader.offers(inputs)) {
      return write(offers, progress);
    }
  }

  /** Writes what was read elsewhere, as {@link #ingest(Iterator, Consumer)} does. */
  public IngestReport write(Iterator<Offer> offers, Consumer<Progress> progress) {
    Tally tally = new Tally();
    List<Offer> waiting = new ArrayList<>();
    long bytes = 0;
    while (offers.hasNext()) {
      Offer offer = offers.next();
      long size = size(offer);
      if (!waiting.isEmpty() && bytes + size > settings.batchBytes()) {
        commit(waiting, tally, progress);
        bytes = 0;
      }
      tell(offer, progress);
      waiting.add(offer);
      bytes += size;
      // What is large goes out before the next is read.
      if (waiting.size() >= settings.batchCount() || bytes >= settings.batchBytes()) {
        commit(waiting, tally, progress);
        bytes = 0;
      }
    }
    if (!waiting.isEmpty()) {
      commit(waiting, tally, progress);
    }
    return tally.all();
  }

  /**
   * Writes one revision, in a transaction of its own.
   *
   * @return whether it was not there yet
   * @throws IngestException if the transaction fails; close this producer then
   */
  public boolean write(Article revision) {
    boolean[] added = {false};
    turns.transact(
        known -> {
          Batch batch = new Batch();
          added[0] = take(revision, known, batch) != Outcome.Kept.UNCHANGED;
          return batch;
        });
    return added[0];
  }

  private static void tell(Offer offer, Consumer<Progress> progress) {
    if (offer.reading() instanceof Reading.Refused refused) {
      progress.accept(
          new Progress.Refused(offer.input().origin(), refused.reason(), refused.detail()));
    }
  }

  private static long size(Offer offer) {
    if (offer.reading() instanceof Reading.Read read) {
      Article article = read.article();
      return ARTICLE_OVERHEAD
          + Stream.of(article.getTitle(), article.getSource(), article.getUrl(), article.getBody())
              .filter(Objects::nonNull)
              .mapToLong(text -> 2L * text.length())
              .sum();
    }
    return ARTICLE_OVERHEAD + offer.original().kept();
  }

  private void commit(List<Offer> waiting, Tally tally, Consumer<Progress> progress) {
    List<Outcome> outcomes = new ArrayList<>();
    turns.transact(
        known -> {
          outcomes.clear();
          Batch batch = new Batch();
          waiting.forEach(offer -> outcomes.add(take(offer, known, batch)));
          return batch;
        });
    for (int i = 0; i < waiting.size(); i++) {
      tally.add(waiting.get(i).input().source(), outcomes.get(i));
    }
    waiting.clear();
    progress.accept(new Progress.Committed(tally.all(), tally.sources()));
  }

  private Outcome take(Offer offer, KnownRevisions known, Batch batch) {
    Outcome outcome = outcome(offer, known, batch);
    offer
        .settles()
        .filter(known::has)
        .ifPresent(
            reject -> {
              known.remove(reject);
              batch.add(() -> Stream.of(encoder.noEntry(reject)));
            });
    return outcome;
  }

  private Outcome outcome(Offer offer, KnownRevisions known, Batch batch) {
    if (offer.reading() instanceof Reading.Read read) {
      return take(read.article(), known, batch);
    }
    Reading.Refused refused = (Reading.Refused) offer.reading();
    String id = EventEncoder.rejectId(offer);
    if (!known.has(id)) {
      ArticleIndex entry = known.addReject(id);
      batch.add(
          () -> Stream.concat(encoder.reject(id, offer, refused), Stream.of(encoder.entry(entry))));
    }
    return new Outcome.Rejected(refused.reason());
  }

  private Outcome take(Article article, KnownRevisions known, Batch batch) {
    if (known.has(article.getId(), article.getRevision())) {
      return Outcome.Kept.UNCHANGED;
    }
    boolean first = !known.has(article.getId());
    ArticleIndex entry = known.add(article.getId(), article.getRevision());
    batch.add(() -> Stream.of(encoder.article(article), encoder.entry(entry)));
    if (article.getBody() == null) {
      return Outcome.Kept.WITHDRAWN;
    }
    return first ? Outcome.Kept.ACCEPTED : Outcome.Kept.REVISED;
  }

  /** Disconnects; waits for the cluster no longer than the settings say. */
  @Override
  public void close() {
    turns.close();
  }

  static Producer<String, byte[]> connect(Map<String, Object> given, ProducerSettings settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    properties.put(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(settings.timeout().toMillis()));
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.putAll(given);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    try {
      return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new IngestException("these settings make no Kafka producer: " + why.getMessage(), e);
    }
  }

  static Map<String, Object> consumerProperties(Map<String, Object> given) {
    Map<String, Object> properties = new HashMap<>(given);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Closing waits for an open fetch.
    properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    return properties;
  }
}
