package io.newsledger.events.serde;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.apache.avro.message.SchemaStore;

/**
 * Every schema that events were ever written with, by fingerprint. The files stand in {@code
 * schema-history/} of this jar, listed in {@code index.txt}; they are added to and never changed.
 */
public final class SchemaHistory implements SchemaStore {
  private static final String FOLDER = "/io/newsledger/events/schema-history/";
  private final Map<Long, Schema> byFingerprint;

  private SchemaHistory(Map<Long, Schema> byFingerprint) {
    this.byFingerprint = Map.copyOf(byFingerprint);
  }

  /** Reads the schemas from the class path. */
  public static SchemaHistory load() {
    Map<Long, Schema> schemas = new HashMap<>();
    for (String name : read("index.txt").lines().toList()) {
      Schema schema = new SchemaParser().parse(read(name)).mainSchema();
      schemas.put(SchemaNormalization.parsingFingerprint64(schema), schema);
    }
    return new SchemaHistory(schemas);
  }

  @Override
  public Schema findByFingerprint(long fingerprint) {
    return byFingerprint.get(fingerprint);
  }

  /** All versions of one record type, in no order. */
  public List<Schema> versions(String fullName) {
    return byFingerprint.values().stream().filter(s -> s.getFullName().equals(fullName)).toList();
  }

  private static String read(String name) {
    try (InputStream in = SchemaHistory.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + FOLDER + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      StringBuilder text = new StringBuilder();
      reader.lines().forEach(line -> text.append(line).append('\n'));
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FOLDER + name, e);
    }
  }
}
