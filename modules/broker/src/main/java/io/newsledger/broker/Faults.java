package io.newsledger.broker;

import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults that Kafka cannot go on from. Its own answer is to end the process on the spot: right for
 * a broker that serves, since clients would wait for it forever, but not for one that has yet to
 * start or is stopping, where the caller is there to be told.
 */
final class Faults implements FaultHandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final StandardFaultHandlerFactory standard = new StandardFaultHandlerFactory();
  private final CompletableFuture<Void> first = new CompletableFuture<>();
  private volatile boolean serving;

  /** Fails with the first fault; never completes otherwise. */
  CompletableFuture<Void> first() {
    return first;
  }

  /** Whether a fault ends the process. */
  void serving(boolean now) {
    serving = now;
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    FaultHandler stops = (message, cause) -> stop(name, action, message, cause);
    return fatal ? stops : standard.build(name, false, action);
  }

  private RuntimeException stop(String name, Runnable action, String message, Throwable cause) {
    action.run();
    FaultHandlerException fault = new FaultHandlerException(name + ": " + message, cause);
    LOG.error("the broker cannot go on: {}", fault.getMessage(), fault);
    first.completeExceptionally(fault);
    if (serving) {
      Exit.halt(1, fault.getMessage());
    }
    return fault;
  }
}
