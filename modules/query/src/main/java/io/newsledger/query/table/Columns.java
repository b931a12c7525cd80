package io.newsledger.query.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Makes columns of record schemas: a record in a record gives columns of its own. */
final class Columns {
  private final List<Column> columns = new ArrayList<>();

  /** Adds the fields of a record. */
  Columns add(Schema record, Set<String> without) {
    add(record, without, "", List.of(), false);
    return this;
  }

  /** Those that were added, in their order. */
  List<Column> all() {
    return List.copyOf(columns);
  }

  private void add(
      Schema record, Set<String> without, String prefix, List<String> path, boolean optional) {
    for (Schema.Field field : record.getFields()) {
      if (without.contains(field.name())) {
        continue;
      }
      Schema type = field.schema();
      boolean nullable = type.isNullable();
      if (type.getType() == Schema.Type.UNION) {
        type =
            type.getTypes().stream()
                .filter(one -> one.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
      }
      List<String> here = new ArrayList<>(path);
      here.add(field.name());
      String name = prefix + field.name();
      if (type.getType() == Schema.Type.RECORD) {
        add(type, Set.of(), name + ".", here, optional || nullable);
      } else {
        columns.add(new Column(name, type(type), optional || nullable, here));
      }
    }
  }

  private static Column.Type type(Schema schema) {
    return switch (schema.getType()) {
      case INT -> Column.Type.WHOLE;
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? Column.Type.TIME
              : Column.Type.WHOLE;
      case DOUBLE, FLOAT -> Column.Type.NUMBER;
      case BOOLEAN -> Column.Type.FLAG;
      default -> Column.Type.TEXT;
    };
  }
}
