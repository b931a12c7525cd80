package io.newsledger.query.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages, again and again after failures, until they are taken or given up. */
public final class WebhookSender {
  /** Between one attempt and the next: six attempts within ten minutes. */
  public static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(6));

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int GONE = 410;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Clock clock;
  private final List<Duration> pauses;
  private final Pause pause;

  /**
   * @param pauses between one attempt and the next; one attempt more than these
   * @param pause how to wait
   */
  public WebhookSender(Clock clock, List<Duration> pauses, Pause pause) {
    this.clock = clock;
    this.pauses = List.copyOf(pauses);
    this.pause = pause;
  }

  /**
   * Sends.
   *
   * @return why it was given up; empty if it was taken
   * @throws InterruptedException if it is to stop; then it is not known whether it was taken
   */
  public Optional<String> send(Webhook webhook, WebhookMessage message)
      throws InterruptedException {
    String reason = "";
    for (int attempt = 0; attempt <= pauses.size(); attempt++) {
      if (attempt > 0 && !pause.pause(pauses.get(attempt - 1))) {
        throw new InterruptedException("stopped while a message was to be sent again");
      }
      Attempt made = attempt(webhook, message);
      if (made.taken()) {
        return Optional.empty();
      }
      reason = made.words();
      LOG.warn("{} did not take {}: {}", webhook.target().getHost(), message.id(), reason);
      if (made.hopeless()) {
        break;
      }
    }
    return Optional.of(reason);
  }

  private Attempt attempt(Webhook webhook, WebhookMessage message) throws InterruptedException {
    try {
      if (!webhook.allowed()) {
        return new Attempt(false, true, "the target is in a private network");
      }
      byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
      long seconds = clock.instant().getEpochSecond();
      HttpRequest request =
          HttpRequest.newBuilder(webhook.target())
              .timeout(ANSWER)
              .header("Content-Type", "application/json")
              .header("webhook-id", message.id())
              .header("webhook-timestamp", Long.toString(seconds))
              .header("webhook-signature", webhook.secret().sign(message.id(), seconds, body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Attempt(status / 100 == 2, status == GONE, "it answers with status " + status);
    } catch (IOException e) {
      return new Attempt(false, false, e.toString());
    }
  }

  /** Waits. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Waits so long.
     *
     * @return whether to go on after it
     */
    boolean pause(Duration time) throws InterruptedException;
  }

  private record Attempt(boolean taken, boolean hopeless, String words) {}
}
