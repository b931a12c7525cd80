package io.newsledger.events.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.kafka.common.errors.SerializationException;

/** A registry that speaks Confluent's interface, as Apicurio does. Safe for several threads. */
public final class HttpSchemaRegistry implements SchemaRegistry {
  private static final String FULL = "FULL_TRANSITIVE";

  private final RegistryAccess access;
  private final RegistryRequests requests;

  /**
   * Asks nothing yet.
   *
   * @param access where, and how long to wait
   */
  public HttpSchemaRegistry(RegistryAccess access) {
    this.access = access;
    this.requests = new RegistryRequests(access);
  }

  @Override
  public Optional<Schema> schema(int id) {
    return requests.get("/schemas/ids/" + id).map(answer -> parsed(answer, "number " + id));
  }

  @Override
  public OptionalInt find(Subject subject) {
    return requests
        .post("/subjects/" + encoded(subject.name()) + "?normalize=true", body(subject.schema()))
        .map(answer -> OptionalInt.of(id(answer)))
        .orElse(OptionalInt.empty());
  }

  @Override
  public int register(Subject subject) {
    String path = "/subjects/" + encoded(subject.name()) + "/versions?normalize=true";
    return id(required(requests.post(path, body(subject.schema())), path));
  }

  @Override
  public List<Schema> versions(String subject) {
    String path = "/subjects/" + encoded(subject) + "/versions";
    List<Schema> versions = new ArrayList<>();
    for (JsonNode number : requests.get(path).orElse(JsonNodeFactory.instance.arrayNode())) {
      requests
          .get(path + "/" + number.asInt())
          .ifPresent(answer -> versions.add(parsed(answer, subject + " " + number)));
    }
    return versions;
  }

  @Override
  public void requireFullCompatibility(String subject) {
    String path = "/config/" + encoded(subject);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("compatibility", FULL);
    required(requests.put(path, body), path);
  }

  @Override
  public boolean requiresFullCompatibility(String subject) {
    return requests
        .get("/config/" + encoded(subject) + "?defaultToGlobal=true")
        .map(answer -> FULL.equals(answer.path("compatibilityLevel").asText()))
        .orElse(false);
  }

  @Override
  public String address() {
    return access.toString();
  }

  private JsonNode required(Optional<JsonNode> answer, String path) {
    return answer.orElseThrow(
        () -> new RegistryException("the schema registry at " + access + " does not know " + path));
  }

  private static ObjectNode body(Schema schema) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("schema", schema.toString());
    body.put("schemaType", "AVRO");
    return body;
  }

  private static int id(JsonNode answer) {
    JsonNode id = answer.path("id");
    if (!id.canConvertToInt() || !id.isIntegralNumber()) {
      throw new RegistryException("the schema registry gives no number of four bytes: " + id);
    }
    return id.intValue();
  }

  /** Only schemas that stand alone: the ledger writes no others. */
  private static Schema parsed(JsonNode answer, String what) {
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO") || !answer.path("references").isEmpty()) {
      throw new SerializationException(what + " is no Avro schema that stands alone");
    }
    try {
      return new SchemaParser().parse(answer.path("schema").asText()).mainSchema();
    } catch (AvroRuntimeException e) {
      throw new SerializationException(what + " is no Avro schema", e);
    }
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
