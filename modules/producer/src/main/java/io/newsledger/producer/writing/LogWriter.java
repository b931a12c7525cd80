package io.newsledger.producer.writing;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Writes transactions as the one writer of its name, and knows all that stands on the logs for as
 * long as no other writer takes the name over.
 */
final class LogWriter implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final KnownRevisions known;
  private final Duration timeout;

  /** Where a writer's clients come from. */
  interface Source {
    /** A producer of the writer's name, not yet in use. */
    Producer<String, byte[]> producer();

    /** What the index knows now. */
    KnownRevisions known();
  }

  /** Another writer of the name took over: the transaction left no trace. */
  static final class Overtaken extends Exception {
    private static final long serialVersionUID = 1L;

    Overtaken(KafkaException cause) {
      super(cause);
    }
  }

  private LogWriter(Producer<String, byte[]> producer, KnownRevisions known, Duration timeout) {
    this.producer = producer;
    this.known = known;
    this.timeout = timeout;
  }

  /**
   * Takes the name over, ends what an earlier writer of it left open, and learns what stands on the
   * logs.
   *
   * @throws IngestException if the cluster cannot be reached in time or lacks the topics
   */
  static LogWriter open(Source source, Duration timeout) {
    Producer<String, byte[]> producer = source.producer();
    boolean open = false;
    try {
      // First of all: from here on nobody else writes under this name, so the index read next is
      // complete.
      producer.initTransactions();
      LogWriter writer = new LogWriter(producer, source.known(), timeout);
      open = true;
      return writer;
    } catch (KafkaException e) {
      throw new IngestException(
          "the cluster gives no transactions; check the brokers' address: " + e.getMessage(), e);
    } finally {
      if (!open) {
        producer.close(timeout);
      }
    }
  }

  KnownRevisions known() {
    return known;
  }

  /**
   * Writes all of them, or none.
   *
   * @throws Overtaken if another writer took over, or the cluster ended the transaction because it
   *     took too long; close this one then and open another
   * @throws IngestException if the transaction fails otherwise
   */
  // What a send fails with, the commit throws.
  @SuppressWarnings("FutureReturnValueIgnored")
  void transact(Stream<ProducerRecord<String, byte[]>> records) throws Overtaken {
    try {
      producer.beginTransaction();
      records.forEach(producer::send);
      producer.commitTransaction();
      known.commit();
    } catch (KafkaException e) {
      known.abort();
      if (isOvertaken(e)) {
        throw new Overtaken(e);
      }
      abort(e);
      throw new IngestException(
          "a transaction failed; offer everything again, what is there already is not written"
              + " twice: "
              + e.getMessage(),
          e);
    }
  }

  private static boolean isOvertaken(Throwable error) {
    return error instanceof ProducerFencedException
        || error instanceof InvalidProducerEpochException
        || (error.getCause() instanceof KafkaException cause && isOvertaken(cause));
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException | IllegalStateException e) {
      // The latter if the commit timed out: it may have been done, and the next writer will see.
      cause.addSuppressed(e);
    }
  }

  /** Disconnects; waits for the cluster no longer than the settings say. */
  @Override
  public void close() {
    producer.close(timeout);
  }
}
