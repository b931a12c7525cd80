package io.newsledger.events.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.serde.SchemaHistory;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Schemas as a registry gets them: as first committed with what they describe, so that a changed
 * comment is no new version, and without what they say to Java's code generator.
 */
final class Contract {
  private static final String JAVA_STRING = "avro.java.string";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final SchemaHistory history;

  private Contract(SchemaHistory history) {
    this.history = history;
  }

  static Contract load() {
    return new Contract(SchemaHistory.load());
  }

  /** That of a record type. */
  Schema schema(Class<? extends SpecificRecord> type) {
    Schema generated = SpecificData.get().getSchema(type);
    Schema committed =
        history.findByFingerprint(SchemaNormalization.parsingFingerprint64(generated));
    // Between a change of a schema and its acceptance, the history lacks it.
    return plain(committed == null ? generated : committed);
  }

  private static Schema plain(Schema schema) {
    try {
      JsonNode tree = MAPPER.readTree(schema.toString());
      strip(tree);
      return new SchemaParser().parse(MAPPER.writeValueAsString(tree)).mainSchema();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro writes schemas as JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
    }
    node.forEach(Contract::strip);
  }
}
