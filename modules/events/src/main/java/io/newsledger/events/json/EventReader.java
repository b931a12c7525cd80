package io.newsledger.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.serde.EventSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Events from the JSON that {@link EventJson} makes of them. Safe for use by several threads. */
public final class EventReader {
  /** Reads events; Avro makes them only once the serdes have vouched for their classes. */
  public EventReader() {
    EventSerdes.trustEvents();
  }

  /**
   * The event that a tree holds. Fields that the schema does not know are passed over; those that
   * are missing get their defaults, so that answers of older and newer releases can be read.
   *
   * @throws IllegalArgumentException if the tree is no event of this type
   */
  public <T extends SpecificRecord> T read(JsonNode json, Class<T> type) {
    Schema schema = SpecificData.get().getSchema(type);
    return type.cast(record(json, schema));
  }

  private static SpecificRecord record(JsonNode json, Schema schema) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("no " + schema.getName() + ": " + json.getNodeType());
    }
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode value = json.get(field.name());
      if (value == null) {
        if (!field.hasDefaultValue()) {
          throw new IllegalArgumentException(schema.getName() + " lacks " + field.name());
        }
        record.put(field.pos(), SpecificData.get().getDefaultValue(field));
      } else {
        record.put(field.pos(), value(value, field.schema()));
      }
    }
    return record;
  }

  private static Object value(JsonNode json, Schema schema) {
    return switch (schema.getType()) {
      case UNION -> json.isNull() ? null : value(json, other(schema));
      case RECORD -> record(json, schema);
      case ARRAY -> {
        List<Object> items = new ArrayList<>(json.size());
        json.forEach(item -> items.add(value(item, schema.getElementType())));
        yield items;
      }
      case ENUM -> symbol(json.asText(), schema);
      case STRING -> json.asText();
      case INT -> json.intValue();
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? instant(json.asText())
              : (Object) json.longValue();
      case DOUBLE -> json.doubleValue();
      case FLOAT -> json.floatValue();
      case BOOLEAN -> json.booleanValue();
      case BYTES -> bytes(json);
      case NULL, MAP, FIXED ->
          throw new IllegalArgumentException("no event has a field of type " + schema);
    };
  }

  private static Schema other(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static Object symbol(String name, Schema schema) {
    String known = schema.hasEnumSymbol(name) ? name : schema.getEnumDefault();
    if (known == null) {
      throw new IllegalArgumentException("'" + name + "' is no " + schema.getName());
    }
    return SpecificData.get().createEnum(known, schema);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no time", e);
    }
  }

  private static ByteBuffer bytes(JsonNode json) {
    try {
      return ByteBuffer.wrap(json.binaryValue());
    } catch (IOException e) {
      throw new UncheckedIOException("no Base64", e);
    }
  }
}
