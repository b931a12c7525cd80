package io.newsledger.events.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro single-object encoding: C3 01, eight bytes of schema fingerprint, the record in binary.
 *
 * <p>Written as Avro's own {@code message} package writes it. That package goes byte by byte
 * through a stream, which costs twice as much: here it reads only what was written with an older
 * schema.
 */
final class SingleObjectSerde<T extends SpecificRecord> implements Serde<T> {
  private static final int HEADER = 10;

  /** Larger records are rare: what they needed is not kept for the next ones. */
  private static final int MOST_KEPT = 1 << 20;

  private final Class<T> type;
  private final byte[] header;
  private final DatumWriter<T> writer;
  private final DatumReader<T> reader;
  private final BinaryMessageDecoder<T> older;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  @SuppressWarnings("unchecked") // Avro's readers and writers of a class are of that class.
  SingleObjectSerde(Class<T> type, SchemaHistory history) {
    this.type = type;
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    this.header = header(schema);
    this.writer = data.createDatumWriter(schema);
    this.reader = data.createDatumReader(schema);
    this.older = new BinaryMessageDecoder<>(data, schema, history);
  }

  private static byte[] header(Schema schema) {
    byte[] header = new byte[HEADER];
    header[0] = (byte) 0xC3;
    header[1] = 1;
    long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    for (int i = 2; i < HEADER; i++) {
      header[i] = (byte) (fingerprint >>> (Byte.SIZE * (i - 2)));
    }
    return header;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, event) -> event == null ? null : encode(event);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
  }

  private byte[] encode(T event) {
    Buffers own = buffers.get();
    boolean kept = false;
    try {
      own.out.reset();
      own.out.write(header, 0, HEADER);
      own.encoder = EncoderFactory.get().binaryEncoder(own.out, own.encoder);
      writer.write(event, own.encoder);
      own.encoder.flush();
      kept = own.out.size() <= MOST_KEPT;
      return own.out.toByteArray();
    } catch (IOException | AvroRuntimeException e) {
      throw new SerializationException("cannot encode a " + type.getSimpleName(), e);
    } finally {
      if (!kept) {
        // What a failure left in the encoder would come before the next record.
        buffers.remove();
      }
    }
  }

  private T decode(String topic, byte[] bytes) {
    try {
      if (bytes.length < HEADER || !Arrays.equals(bytes, 0, HEADER, header, 0, HEADER)) {
        return older.decode(bytes);
      }
      Buffers own = buffers.get();
      own.decoder =
          DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, own.decoder);
      return reader.read(null, own.decoder);
    } catch (IOException | RuntimeException e) {
      // Avro lets index and number errors through on damaged bytes: for a reader they are all the
      // same thing.
      throw new SerializationException(
          "not a " + type.getSimpleName() + ": " + bytes.length + " bytes on " + topic, e);
    }
  }

  /** What one thread uses again and again. */
  private static final class Buffers {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;
  }
}
