package io.newsledger.app.pipeline;

import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestException;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.Progress.Refused;
import io.newsledger.query.http.ArticleIntake;
import io.newsledger.query.http.BearerToken;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Writes what comes in over HTTP, one request after the other, with a writer that stays open. */
public final class Intake implements ArticleIntake, AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;
  private static final String ORIGIN = "POST /articles";

  private final Ingestion ingestion;
  private final ArticleReader reader;
  private final BearerToken token;
  private final ReentrantLock turn = new ReentrantLock(true);
  private ArticleProducer producer;
  private boolean closed;

  /**
   * Connects when the first article comes.
   *
   * @param token who may offer articles
   * @throws IllegalArgumentException if the token is too short
   */
  public Intake(Ingestion ingestion, ArticleReader reader, String token) {
    this.ingestion = ingestion;
    this.reader = reader;
    this.token = new BearerToken(token);
  }

  @Override
  public boolean allows(String given) {
    return token.is(given);
  }

  @Override
  public Receipt offer(byte[] body) throws Unavailable {
    try {
      if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable("too many offer articles at the same time", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the instance is stopping", e);
    }
    try {
      return written(body);
    } catch (IngestException e) {
      drop();
      throw new Unavailable("the articles cannot be written now", e);
    } finally {
      turn.unlock();
    }
  }

  private Receipt written(byte[] body) throws Unavailable {
    if (closed) {
      throw new Unavailable("the instance is stopping", null);
    }
    if (producer == null) {
      producer = ingestion.open(reader);
    }
    List<Refusal> refusals = new ArrayList<>();
    Input input = Input.stream(ORIGIN, "body", new ByteArrayInputStream(body));
    try (Offers offers = new OfferReader(reader).offers(input)) {
      IngestReport report =
          producer.write(
              offers,
              step -> {
                if (step instanceof Refused refused) {
                  refusals.add(
                      new Refusal(refused.origin(), refused.reason().name(), refused.detail()));
                }
              });
      return new Receipt(
          Map.of(
              "offered", report.offered(),
              "accepted", report.accepted() + report.revised() + report.withdrawn(),
              "new", report.accepted(),
              "revised", report.revised(),
              "withdrawn", report.withdrawn(),
              "unchanged", report.unchanged(),
              "rejected", report.rejectedInAll()),
          report.rejected().entrySet().stream()
              .collect(Collectors.toMap(one -> one.getKey().name(), Map.Entry::getValue)),
          refusals);
    }
  }

  private void drop() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      closed = true;
      drop();
    } finally {
      turn.unlock();
    }
  }
}
