package io.newsledger.query.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.json.EventJson;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is told.
 *
 * @param id the same whenever this is told again
 * @param body {@code {type, timestamp, data: {key, value}}} as JSON
 */
public record WebhookMessage(String id, String body) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public WebhookMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(body, "body");
  }

  /**
   * Of a record.
   *
   * @param topic as the catalogue names it
   * @param value null if what stood under the key was withdrawn
   */
  static WebhookMessage of(
      String id, String topic, String key, Instant written, SpecificRecord value) {
    ObjectNode message = MAPPER.createObjectNode().put("type", topic);
    message.put("timestamp", written.toString());
    message
        .putObject("data")
        .put("key", key)
        .set("value", value == null ? null : EventJson.of(value));
    try {
      return new WebhookMessage(id, MAPPER.writeValueAsString(message));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree that is already JSON cannot be written", e);
    }
  }
}
