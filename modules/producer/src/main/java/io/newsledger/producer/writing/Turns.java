package io.newsledger.producer.writing;

import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.protocol.Errors;

/**
 * A writer's turns. Only one writer of a name may write at a time, so that what it knows of the log
 * is all there is. Whoever takes its turn ends that of the writer before, whose transaction is
 * undone by the cluster; that one waits, takes its turn again, learns what was written in between
 * and writes what is still missing. The waits grow with each turn lost in a row, at random, so that
 * writers do not end each other's turns for ever.
 */
final class Turns implements AutoCloseable {
  /** Lost in a row, which takes minutes; then something else is wrong. */
  private static final int MOST_LOST = 60;

  /** In a row, what the broker fails at without a reason; then it will fail again. */
  private static final int MOST_UNEXPLAINED = 3;

  private static final int DOUBLINGS = 7;

  private final Supplier<Producer<String, byte[]>> connection;
  private final Index index;
  private final ProducerSettings settings;
  private Producer<String, byte[]> producer;

  Turns(Supplier<Producer<String, byte[]>> connection, Index index, ProducerSettings settings) {
    this.connection = connection;
    this.index = index;
    this.settings = settings;
  }

  /**
   * Takes the turn.
   *
   * @throws IngestException if the cluster cannot be reached in time or lacks the topics
   */
  void take() {
    for (int lost = 1; !taken(); lost++) {
      await(lost);
    }
  }

  private boolean taken() {
    drop();
    try {
      producer = connection.get();
      // First of all: from here on nobody else writes under this name, so the index read next is
      // complete.
      producer.initTransactions();
      index.follow();
      return true;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      return false;
    } catch (KafkaException e) {
      throw new IngestException(
          "the cluster gives no transactions; check the brokers' address: " + e.getMessage(), e);
    }
  }

  /**
   * Writes in one transaction.
   *
   * @param plan what to write, given all that is known; asked again when a turn was lost in between
   * @throws IngestException if the transaction fails, with nothing written
   */
  void transact(Function<KnownRevisions, Batch> plan) {
    for (int lost = 1; !written(plan.apply(index.known()), lost); lost++) {
      await(lost);
      take();
    }
  }

  // What a send fails with, the commit throws.
  @SuppressWarnings("FutureReturnValueIgnored")
  private boolean written(Batch batch, int tries) {
    if (batch.isEmpty()) {
      return true;
    }
    try {
      producer.beginTransaction();
      batch.records().forEach(producer::send);
      producer.commitTransaction();
      index.known().commit();
      return true;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      index.known().abort();
      return false;
    } catch (KafkaException e) {
      index.known().abort();
      if (tries <= MOST_UNEXPLAINED && isUnexplained(e)) {
        // Whether it was done or not, the next turn begins with what stands on the log.
        return false;
      }
      abort(e);
      throw new IngestException(
          "a transaction of "
              + batch.count()
              + " things failed; offer everything again, what is there already is not written"
              + " twice: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Whether the broker failed by itself, as it may where another writer takes its turn in the midst
   * of a commit. The client has no class of error for it.
   */
  private static boolean isUnexplained(KafkaException e) {
    return e.getMessage() != null && e.getMessage().endsWith(Errors.UNKNOWN_SERVER_ERROR.message());
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      // The latter if the commit timed out: it may have been done, and the next writer will see.
      cause.addSuppressed(e);
    }
  }

  private void await(int lost) {
    if (lost > MOST_LOST) {
      throw new IngestException(
          "other writers named "
              + settings.transactionalId()
              + " took the turn "
              + MOST_LOST
              + " times in a row; offer the rest again when fewer write");
    }
    long most = settings.pause().toMillis() << Math.min(lost, DOUBLINGS);
    try {
      Thread.sleep(settings.random().nextLong(1, Math.max(2, most)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IngestException("interrupted while another writer had its turn", e);
    }
  }

  private void drop() {
    if (producer != null) {
      producer.close(settings.timeout());
      producer = null;
    }
  }

  @Override
  public void close() {
    try {
      drop();
    } finally {
      index.close();
    }
  }
}
