package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Makes JSON Schemas, those of events from their Avro schemas; gathers those that have a name. */
final class JsonSchemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HERE = "#/components/schemas/";

  private final TreeMap<String, ObjectNode> named = new TreeMap<>();

  /** The schemas that have a name. */
  ObjectNode named() {
    ObjectNode all = JSON.objectNode();
    named.forEach(all::set);
    return all;
  }

  /** A reference to the schema of an event. */
  ObjectNode event(Schema schema) {
    return reference(schema);
  }

  /** The schema of an event without some fields, to be named or changed. */
  ObjectNode eventWithout(Schema schema, List<String> without) {
    ObjectNode object = record(schema);
    ((ObjectNode) object.get("properties")).remove(without);
    ArrayNode required = object.putArray("required");
    object.get("properties").fieldNames().forEachRemaining(required::add);
    return object;
  }

  /** Gives a schema a name; the reference to it. */
  ObjectNode name(String name, ObjectNode schema) {
    named.put(name, schema);
    return JSON.objectNode().put("$ref", HERE + name);
  }

  /** An object of exactly these fields, names and schemas by turns. */
  static ObjectNode object(Object... namesAndSchemas) {
    ObjectNode properties = JSON.objectNode();
    for (int i = 0; i < namesAndSchemas.length; i += 2) {
      properties.set((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
    }
    return exactly(properties);
  }

  /** An object that is like another with more fields. */
  static ObjectNode with(ObjectNode object, Object... namesAndSchemas) {
    ObjectNode properties = object.get("properties").deepCopy();
    properties.setAll((ObjectNode) object(namesAndSchemas).get("properties"));
    return exactly(properties);
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  /** An object of any names. */
  static ObjectNode map(ObjectNode values) {
    ObjectNode map = JSON.objectNode().put("type", "object");
    map.set("additionalProperties", values);
    return map;
  }

  static ObjectNode any(ObjectNode... schemas) {
    ObjectNode any = JSON.objectNode();
    ArrayNode array = any.putArray("anyOf");
    for (ObjectNode schema : schemas) {
      array.add(schema);
    }
    return any;
  }

  static ObjectNode orNull(ObjectNode schema) {
    return any(schema, JSON.objectNode().put("type", "null"));
  }

  static ObjectNode text() {
    return JSON.objectNode().put("type", "string");
  }

  static ObjectNode text(String format) {
    return text().put("format", format);
  }

  static ObjectNode whole() {
    return JSON.objectNode().put("type", "integer");
  }

  static ObjectNode number() {
    return JSON.objectNode().put("type", "number");
  }

  static ObjectNode flag() {
    return JSON.objectNode().put("type", "boolean");
  }

  static ObjectNode oneOf(List<String> symbols) {
    ObjectNode schema = text();
    ArrayNode array = schema.putArray("enum");
    symbols.forEach(array::add);
    return schema;
  }

  private static ObjectNode exactly(ObjectNode properties) {
    ObjectNode object = JSON.objectNode().put("type", "object");
    object.set("properties", properties);
    ArrayNode required = object.putArray("required");
    properties.fieldNames().forEachRemaining(required::add);
    return object.put("additionalProperties", false);
  }

  private ObjectNode reference(Schema schema) {
    if (!named.containsKey(schema.getName())) {
      // Stands there before its fields are looked at, should one refer to it.
      named.put(schema.getName(), JSON.objectNode());
      named.put(
          schema.getName(),
          schema.getType() == Schema.Type.ENUM
              ? described(oneOf(schema.getEnumSymbols()), schema.getDoc())
              : record(schema));
    }
    return JSON.objectNode().put("$ref", HERE + schema.getName());
  }

  private ObjectNode record(Schema schema) {
    ObjectNode properties = JSON.objectNode();
    for (Schema.Field field : schema.getFields()) {
      properties.set(field.name(), described(of(field.schema()), field.doc()));
    }
    return described(exactly(properties), schema.getDoc());
  }

  private ObjectNode of(Schema schema) {
    return switch (schema.getType()) {
      case RECORD, ENUM -> reference(schema);
      case ARRAY -> list(of(schema.getElementType()));
      case UNION ->
          orNull(
              of(
                  schema.getTypes().stream()
                      .filter(type -> type.getType() != Schema.Type.NULL)
                      .findFirst()
                      .orElseThrow()));
      case STRING -> text();
      case BYTES -> text().put("contentEncoding", "base64");
      case BOOLEAN -> flag();
      case INT -> whole();
      case LONG -> schema.getLogicalType() == null ? whole() : text("date-time");
      case DOUBLE, FLOAT -> number();
      case MAP, FIXED, NULL ->
          throw new IllegalArgumentException("no event has a field of type " + schema);
    };
  }

  private static ObjectNode described(ObjectNode schema, String words) {
    return words == null ? schema : schema.put("description", words);
  }
}
