package io.newsledger.events.serde;

import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.RawMessageDecoder;
import org.apache.avro.message.RawMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's wire format on the topics of the catalogue: a zero byte, the number of the writer's
 * schema in four bytes, the greatest first, the record in binary. Elsewhere, and where a record
 * begins otherwise, the encoding is the inner serde's.
 */
final class RegistrySerde<T extends SpecificRecord> implements Serde<T> {
  private static final byte MARK = 0;
  private static final int HEAD = 1 + Integer.BYTES;

  private final Class<T> type;
  private final SpecificData data;
  private final Schema schema;
  private final SchemaIds ids;
  private final Serializer<T> innerSerializer;
  private final Deserializer<T> innerDeserializer;
  private final RawMessageEncoder<T> encoder;
  private final Map<Schema, RawMessageDecoder<T>> decoders = new ConcurrentHashMap<>();

  RegistrySerde(Class<T> type, SchemaIds ids, Serde<T> inner) {
    this.type = type;
    this.ids = ids;
    this.innerSerializer = inner.serializer();
    this.innerDeserializer = inner.deserializer();
    this.data = SpecificData.getForClass(type);
    this.schema = data.getSchema(type);
    this.encoder = new RawMessageEncoder<>(data, schema);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, event) -> {
      Optional<Topic<?>> known = known(topic);
      if (event == null || known.isEmpty()) {
        return innerSerializer.serialize(topic, event);
      }
      return encode(ids.of(topic, known.get()), event);
    };
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> {
      if (bytes == null || bytes.length < HEAD || bytes[0] != MARK) {
        return innerDeserializer.deserialize(topic, bytes);
      }
      Optional<Topic<?>> known = known(topic);
      return known.isEmpty()
          ? innerDeserializer.deserialize(topic, bytes)
          : decode(topic, known.get(), bytes);
    };
  }

  /**
   * The topic of the catalogue with such values that has this name; what is on none is only
   * measured.
   */
  private Optional<Topic<?>> known(String name) {
    return Optional.ofNullable(name)
        .flatMap(Generation::topicNamed)
        .filter(topic -> topic.type().equals(type));
  }

  private byte[] encode(int id, T event) {
    try {
      ByteBuffer encoded = encoder.encode(event);
      byte[] bytes = new byte[HEAD + encoded.remaining()];
      ByteBuffer.wrap(bytes).put(MARK).putInt(id).put(encoded);
      return bytes;
    } catch (IOException | AvroRuntimeException e) {
      throw new SerializationException("cannot encode a " + type.getSimpleName(), e);
    }
  }

  private T decode(String name, Topic<?> topic, byte[] bytes) {
    int id = ByteBuffer.wrap(bytes).getInt(1);
    Schema writer =
        ids.schema(id, name, topic)
            .orElseThrow(
                () ->
                    new SerializationException(
                        "written on " + name + " with schema " + id + ", which is not registered"));
    try {
      return decoders
          .computeIfAbsent(writer, known -> new RawMessageDecoder<>(data, known, schema))
          .decode(ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "not a " + type.getSimpleName() + ": " + bytes.length + " bytes on " + name, e);
    }
  }
}
