package io.newsledger.app.pipeline;

import io.newsledger.producer.input.Offer;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestException;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.Progress.Refused;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Writes what several threads offer, one after the other, for as long as an instance runs. */
public final class Intake implements AutoCloseable {
  private final Ingestion ingestion;
  private final ReentrantLock turn = new ReentrantLock(true);
  private ArticleProducer producer;

  public Intake(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  /**
   * Writes what is offered, in the calling thread.
   *
   * @param patience how long to wait for others who write
   * @return what became of it; empty if others did not get done in time, and nothing was written
   * @throws IngestException if it cannot be written
   */
  public Optional<IngestReport> write(
      Iterator<Offer> offers, Consumer<Refused> refusals, Duration patience)
      throws InterruptedException {
    if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return Optional.empty();
    }
    try {
      if (producer == null) {
        producer = ingestion.producer();
      }
      return Optional.of(
          producer.write(
              offers,
              step -> {
                if (step instanceof Refused refused) {
                  refusals.accept(refused);
                }
              }));
    } catch (IngestException e) {
      drop();
      throw e;
    } finally {
      turn.unlock();
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
      drop();
    } finally {
      turn.unlock();
    }
  }
}
