package io.newsledger.query.webhook;

import java.net.URI;

/** Records what was given up. */
@FunctionalInterface
public interface DeadEnds {
  /** A message that a target did not take. */
  void record(URI target, WebhookMessage message, String reason);
}
