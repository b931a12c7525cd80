package io.newsledger.app.client;

import io.newsledger.client.Event;
import io.newsledger.client.EventConsumer;
import io.newsledger.client.LedgerQueries;
import io.newsledger.client.Times;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.topic.Topics;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;

/** The example of the client, as the README shows it. */
final class Example {
  private Example() {}

  static void run(String brokers, URI api, PrintStream out) {
    // Example begins.
    LedgerQueries ledger = new LedgerQueries(api, Duration.ofSeconds(10));
    for (SeriesPoint point : ledger.series("Gemini", Metric.MONTHLY_ACTIVE_USERS, Times.NOW)) {
      out.println(point.getDate() + ": " + point.getValue() + ", " + point.getSources());
    }
    try (EventConsumer<MarketClaim> claims =
        EventConsumer.fromBeginning(brokers, Topics.MARKET_CLAIMS)) {
      for (Event<MarketClaim> claim : claims.poll(Duration.ofSeconds(10))) {
        claim.value().ifPresent(told -> out.println(told.getQuote().getText()));
      }
    }
    // Example ends.
  }
}
