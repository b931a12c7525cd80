package io.newsledger.query.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * One column of a table.
 *
 * @param name as the schema names the field; of a field in a field, both with a dot between
 * @param type what its values are
 * @param optional whether values may be missing
 * @param path names of the fields that lead to the value in a row
 */
public record Column(String name, Type type, boolean optional, List<String> path) {
  /** What values are. */
  public enum Type {
    /** Text; lists and nested records as JSON. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** An instant, in rows as ISO 8601 in UTC. */
    TIME
  }

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    path = List.copyOf(path);
  }

  /** The value in a row; null if it is missing. */
  JsonNode in(JsonNode row) {
    JsonNode value = row;
    for (String field : path) {
      value = value.path(field);
    }
    return value.isMissingNode() || value.isNull() ? null : value;
  }

  /** The value in a row as text; null if it is missing. */
  String textIn(JsonNode row) {
    JsonNode value = in(row);
    if (value == null) {
      return null;
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
