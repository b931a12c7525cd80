package io.newsledger.events.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The catalogue of topics as an AsyncAPI 3 document, for those who read them. */
public final class AsyncApi {
  /** What others may read: all but how producers remember what they wrote. */
  public static final List<Topic<?>> PUBLIC =
      Topics.ALL.stream().filter(topic -> !topic.equals(Topics.ARTICLE_INDEX)).toList();

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";
  private static final String BINDING = "0.5.0";

  private AsyncApi() {}

  /**
   * The document.
   *
   * @param version of the API
   */
  public static ObjectNode document(String version) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Newsledger")
        .put("version", version)
        .put(
            "description",
            "What the ledger writes to Kafka. Read with isolation.level=read_committed; a null"
                + " value takes away what stood under its key. Values are Avro: in single-object"
                + " encoding (C3 01, eight bytes of fingerprint, the record) or, with a schema"
                + " registry, as Confluent's tools write them. After a rebuild the topics of talent"
                + " and market carry the number of their generation behind the name, as"
                + " talent.claims.g2.");
    document.put("defaultContentType", "avro/binary");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode messages = document.putObject("components").putObject("messages");
    for (Topic<?> topic : PUBLIC) {
      Schema schema = SpecificData.get().getSchema(topic.type());
      String name = schema.getName();
      channels.set(topic.name(), channel(topic, name));
      ObjectNode operation = operations.putObject("send." + topic.name()).put("action", "send");
      operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
      operation
          .putArray("messages")
          .addObject()
          .put("$ref", "#/channels/" + topic.name() + "/messages/" + name);
      messages.set(name, message(topic, schema));
    }
    return document;
  }

  private static ObjectNode channel(Topic<?> topic, String message) {
    ObjectNode channel = JsonNodeFactory.instance.objectNode().put("address", topic.name());
    channel
        .putObject("messages")
        .putObject(message)
        .put("$ref", "#/components/messages/" + message);
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.name());
    ObjectNode settings = kafka.putObject("topicConfiguration");
    boolean table = topic.kept() == Topic.Kept.NEWEST;
    settings.putArray("cleanup.policy").add(table ? "compact" : "delete");
    if (!table) {
      settings.put("retention.ms", -1);
    }
    kafka.put("bindingVersion", BINDING);
    return channel;
  }

  private static ObjectNode message(Topic<?> topic, Schema schema) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("name", schema.getName());
    message.put("summary", schema.getDoc());
    ObjectNode payload = message.putObject("payload").put("schemaFormat", AVRO);
    payload.set("schema", json(schema));
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", topic.key());
    kafka.put("bindingVersion", BINDING);
    return message;
  }

  private static JsonNode json(Schema schema) {
    try {
      return MAPPER.readTree(schema.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of Avro is no JSON", e);
    }
  }
}
