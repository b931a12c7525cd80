package io.newsledger.app.doctor;

import io.newsledger.app.CommandFailure;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Answers of a cluster, each waited for within a bound. */
final class Answers {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private Answers() {}

  static <T> T of(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new CommandFailure("the brokers refuse: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new CommandFailure(
          "the brokers do not answer within "
              + BOUND.toSeconds()
              + " s: check their address and the settings of --kafka-config",
          e);
    }
  }
}
