package io.newsledger.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events as JSON trees: fields by their schema names, times as ISO 8601 in UTC, bytes as Base64,
 * whole numbers without a fraction.
 */
public final class EventJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private EventJson() {}

  /** The event as an object. */
  public static ObjectNode of(SpecificRecord event) {
    ObjectNode object = JSON.objectNode();
    for (Schema.Field field : event.getSchema().getFields()) {
      object.set(field.name(), value(event.get(field.pos())));
    }
    return object;
  }

  /** Events as an array, in their order. */
  public static ArrayNode of(List<? extends SpecificRecord> events) {
    ArrayNode array = JSON.arrayNode();
    events.forEach(event -> array.add(of(event)));
    return array;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof SpecificRecord event) {
      return of(event);
    } else if (value instanceof List<?> items) {
      ArrayNode array = JSON.arrayNode();
      items.forEach(item -> array.add(value(item)));
      return array;
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Long number) {
      return JSON.numberNode(number);
    } else if (value instanceof Double number) {
      return number(number);
    } else if (value instanceof Instant time) {
      return JSON.textNode(time.toString());
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return JSON.textNode(Base64.getEncoder().encodeToString(copy));
    }
    return JSON.textNode(value.toString());
  }

  private static JsonNode number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return JSON.numberNode((long) number);
    }
    return JSON.numberNode(number);
  }
}
