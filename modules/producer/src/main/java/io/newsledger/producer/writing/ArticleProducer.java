package io.newsledger.producer.writing;

import io.newsledger.events.Article;
import io.newsledger.events.ArticleIndex;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.reading.Reading;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes what is offered: articles to {@code news.articles}, refusals to {@code news.rejects}, and
 * in the same transaction to {@code news.index} what was written, so that nothing is written twice,
 * however often it is offered and wherever a writer was killed. In the index an article has its
 * revisions, a reject none.
 *
 * <p>Several writers of one name take turns: who writes takes the name over, and the one that had
 * it learns what was written meanwhile before it takes the name back. So each knows all that stands
 * on the logs when it writes.
 *
 * <p>For one thread. Holds about 110 bytes for each article on the log, see {@link KnownRevisions};
 * and what one transaction carries, see {@link ProducerSettings}.
 */
public final class ArticleProducer implements AutoCloseable {
  /** What strings and envelope of an article take beside its characters. */
  private static final int ARTICLE_OVERHEAD = 512;

  /** How often in a row another writer may come in between. */
  private static final int MOST_TURNS = 8;

  /** Doubles with each turn lost, so that of two writers one has time for its transaction. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  private final LogWriter.Source source;
  private final EventEncoder encoder;
  private final OfferReader reader;
  private final ProducerSettings settings;
  private LogWriter writer;

  /** What is written of one thing offered, encoded when it is sent. */
  private record Decided(
      Outcome outcome, Supplier<Stream<ProducerRecord<String, byte[]>>> records) {}

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
    this(new Connections(kafkaProperties, serdes, settings), serdes, settings);
  }

  ArticleProducer(LogWriter.Source source, EventSerdes serdes, ProducerSettings settings) {
    this.source = source;
    this.encoder = new EventEncoder(serdes);
    this.reader = new OfferReader(settings.reader());
    this.settings = settings;
    this.writer = LogWriter.open(source, settings.timeout());
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
    IngestReport report = IngestReport.NONE;
    Batch batch = new Batch();
    while (offers.hasNext()) {
      Offer offer = offers.next();
      long size = size(offer);
      if (!batch.offers().isEmpty() && batch.bytes() + size > settings.batchBytes()) {
        report = commit(batch, report, progress);
        batch = new Batch();
      }
      add(offer, size, batch, progress);
      // What is large goes out before the next is read.
      if (batch.count() >= settings.batchCount() || batch.bytes() >= settings.batchBytes()) {
        report = commit(batch, report, progress);
        batch = new Batch();
      }
    }
    return batch.count() == 0 ? report : commit(batch, report, progress);
  }

  /**
   * Writes one revision, in a transaction of its own.
   *
   * @return whether it was not there yet
   * @throws IngestException if the transaction fails; close this producer then
   */
  public boolean write(Article revision) {
    Input input = Input.stream(revision.getId(), "revision", InputStream.nullInputStream());
    Batch batch = new Batch();
    batch.add(new Offer(input, new Reading.Read(revision), Original.NONE), ARTICLE_OVERHEAD);
    return !written(batch).contains(Outcome.Kept.UNCHANGED);
  }

  /**
   * Whether a reject stands in the index: it was refused, and not sent again with success since.
   */
  public boolean isOpen(String rejectId) {
    return writer.known().has(rejectId);
  }

  /**
   * Takes a reject out of the index, because it was sent again with success; it stays on {@code
   * news.rejects}.
   *
   * @throws IngestException if the transaction fails; close this producer then
   */
  public void settle(String rejectId) {
    transact(
        () -> {
          writer.transact(Stream.of(encoder.forgotten(rejectId)));
          writer.known().forget(rejectId);
          return true;
        });
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

  private void add(Offer offer, long size, Batch batch, Consumer<Progress> progress) {
    KnownRevisions known = writer.known();
    if (offer.reading() instanceof Reading.Read read) {
      if (known.has(read.article().getId(), read.article().getRevision())) {
        batch.addKnown(Outcome.Kept.UNCHANGED);
        return;
      }
    } else if (offer.reading() instanceof Reading.Refused refused) {
      progress.accept(
          new Progress.Refused(offer.input().origin(), refused.reason(), refused.detail()));
      if (known.has(EventEncoder.rejectId(offer))) {
        batch.addKnown(new Outcome.Rejected(refused.reason()));
        return;
      }
    }
    batch.add(offer, size);
  }

  private IngestReport commit(Batch batch, IngestReport before, Consumer<Progress> progress) {
    IngestReport report = before.plus(batch.known());
    for (Outcome outcome : written(batch)) {
      report = report.plus(outcome);
    }
    progress.accept(new Progress.Committed(report));
    return report;
  }

  private List<Outcome> written(Batch batch) {
    return transact(
        () -> {
          List<Decided> decided = new ArrayList<>();
          batch.offers().forEach(offer -> decided.add(decide(offer)));
          List<Decided> news = decided.stream().filter(one -> one.records() != null).toList();
          if (!news.isEmpty()) {
            writer.transact(news.stream().flatMap(one -> one.records().get()));
          }
          return decided.stream().map(Decided::outcome).toList();
        });
  }

  /** What is decided and written by what is known then. */
  private interface Turn<T> {
    T take() throws LogWriter.Overtaken;
  }

  /** Does something with the name taken back as often as others take it over. */
  private <T> T transact(Turn<T> work) {
    Duration wait = FIRST_WAIT;
    for (int turn = 1; ; turn++) {
      try {
        return work.take();
      } catch (LogWriter.Overtaken e) {
        if (turn == MOST_TURNS) {
          throw new IngestException(
              "other writers named "
                  + settings.transactionalId()
                  + " took over "
                  + turn
                  + " times in a row, or the cluster is too slow for a transaction; offer the rest"
                  + " again when they are done",
              e);
        }
        reopen(wait, e);
        wait = wait.multipliedBy(2);
      }
    }
  }

  private void reopen(Duration wait, LogWriter.Overtaken cause) {
    writer.close();
    try {
      TimeUnit.MILLISECONDS.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IngestException("interrupted while another writer writes", cause);
    }
    writer = LogWriter.open(source, settings.timeout());
  }

  private Decided decide(Offer offer) {
    KnownRevisions known = writer.known();
    if (offer.reading() instanceof Reading.Read read) {
      return decide(read.article(), known);
    }
    Reading.Refused refused = (Reading.Refused) offer.reading();
    Outcome outcome = new Outcome.Rejected(refused.reason());
    String id = EventEncoder.rejectId(offer);
    if (known.has(id)) {
      return new Decided(outcome, null);
    }
    ArticleIndex entry = known.addReject(id);
    return new Decided(
        outcome,
        () -> Stream.concat(encoder.reject(id, offer, refused), Stream.of(encoder.entry(entry))));
  }

  private Decided decide(Article article, KnownRevisions known) {
    if (known.has(article.getId(), article.getRevision())) {
      return new Decided(Outcome.Kept.UNCHANGED, null);
    }
    boolean first = !known.has(article.getId());
    ArticleIndex entry = known.add(article.getId(), article.getRevision());
    Outcome outcome =
        article.getBody() == null
            ? Outcome.Kept.WITHDRAWN
            : first ? Outcome.Kept.ACCEPTED : Outcome.Kept.REVISED;
    return new Decided(outcome, () -> Stream.of(encoder.article(article), encoder.entry(entry)));
  }

  /** Disconnects; waits for the cluster no longer than the settings say. */
  @Override
  public void close() {
    writer.close();
  }
}
