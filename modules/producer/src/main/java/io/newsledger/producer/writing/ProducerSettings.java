package io.newsledger.producer.writing;

import io.newsledger.producer.reading.ArticleReader;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How articles are written.
 *
 * @param reader reads what is offered
 * @param transactionalId name of the writer; writers of the same name take turns, and all that
 *     write one ledger have the same
 * @param batchCount most things offered in one transaction
 * @param batchBytes most bytes in one transaction, but for a single thing that is larger
 * @param timeout bound on learning what stands on the log already, and on closing
 * @param pause the wait after a lost turn, to begin with
 * @param random how long to wait exactly
 */
public record ProducerSettings(
    ArticleReader reader,
    String transactionalId,
    int batchCount,
    long batchBytes,
    Duration timeout,
    Duration pause,
    RandomGenerator random) {
  public ProducerSettings {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(transactionalId, "transactionalId");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(pause, "pause");
    Objects.requireNonNull(random, "random");
    if (batchCount < 1 || batchBytes < 1) {
      throw new IllegalArgumentException("a batch holds at least one thing");
    }
  }

  /** Up to 2,000 things or 8 MiB a transaction, 60 seconds to start and to close. */
  public static ProducerSettings of(ArticleReader reader, RandomGenerator random) {
    return new ProducerSettings(
        reader,
        "newsledger-producer",
        2_000,
        8L * 1024 * 1024,
        Duration.ofSeconds(60),
        Duration.ofMillis(50),
        random);
  }
}
