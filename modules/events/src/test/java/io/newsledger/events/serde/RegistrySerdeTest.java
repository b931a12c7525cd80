package io.newsledger.events.serde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.EntityAlias;
import io.newsledger.events.Flow;
import io.newsledger.events.registry.HttpSchemaRegistry;
import io.newsledger.events.registry.RegistryException;
import io.newsledger.events.registry.RegistryServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySerdeTest {
  private static final String TOPIC = "reference.entities";
  private static final EntityAlias ALIAS =
      EntityAlias.newBuilder()
          .setName("J. Vale")
          .setPerson("Jo Vale")
          .setSource("curator")
          .setReason("")
          .setRecordedAt(Instant.parse("2026-03-05T00:00:00Z"))
          .build();

  private RegistryServer server;
  private HttpSchemaRegistry registry;
  private Serde<EntityAlias> aliases;
  private final Serde<EntityAlias> plain = EventSerdes.singleObject().of(EntityAlias.class);

  @BeforeEach
  void start() throws IOException {
    server = RegistryServer.start();
    registry = new HttpSchemaRegistry(server.access());
    aliases = EventSerdes.registry(registry, true).of(EntityAlias.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRecordIsWrittenAsToolsReadIt() throws IOException {
    byte[] bytes = aliases.serializer().serialize(TOPIC, ALIAS);
    ByteBuffer head = ByteBuffer.wrap(bytes);
    assertEquals(0, head.get());
    Schema writer = registry.schema(head.getInt()).orElseThrow();
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(writer)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertEquals("J. Vale", read.get("name").toString());
    assertEquals(ALIAS, aliases.deserializer().deserialize(TOPIC, bytes));
    assertTrue(registry.requiresFullCompatibility(TOPIC + "-value"));
  }

  @Test
  void eachSchemaIsAskedForOnce() {
    aliases.deserializer().deserialize(TOPIC, aliases.serializer().serialize(TOPIC, ALIAS));
    int requests = server.requests().size();
    aliases.deserializer().deserialize(TOPIC, aliases.serializer().serialize(TOPIC, ALIAS));
    assertEquals(requests, server.requests().size());
  }

  @Test
  void whatIsInternalNeedsNoRegistry() {
    server.close();
    // On no topic at all a record is only measured.
    for (String topic :
        new String[] {"newsledger-aggregation-aliases-changelog", TOPIC + "x", "", null}) {
      byte[] bytes = aliases.serializer().serialize(topic, ALIAS);
      assertArrayEquals(plain.serializer().serialize(topic, ALIAS), bytes);
      assertEquals(ALIAS, aliases.deserializer().deserialize(topic, bytes));
    }
  }

  @Test
  void aTopicMayGoOverFromOneEncodingToTheOther() {
    byte[] before = plain.serializer().serialize(TOPIC, ALIAS);
    assertEquals(ALIAS, aliases.deserializer().deserialize(TOPIC, before));
  }

  @Test
  void aGenerationHasSubjectsOfItsOwn() {
    Serde<Flow> flows = EventSerdes.registry(registry, true).of(Flow.class);
    Flow flow =
        Flow.newBuilder()
            .setOrganisation("Quill")
            .setPeriod("2026")
            .setArrivals(0)
            .setDepartures(0)
            .setDoubtfulArrivals(0)
            .setDoubtfulDepartures(0)
            .setCounterparts(List.of())
            .setMovements(List.of())
            .build();
    flows.serializer().serialize("talent.flows.g2", flow);
    assertEquals(1, registry.versions("talent.flows.g2-value").size());
    assertEquals(0, registry.versions("talent.flows-value").size());
  }

  @Test
  void nullIsADeletion() {
    assertNull(aliases.serializer().serialize(TOPIC, null));
    assertNull(aliases.deserializer().deserialize(TOPIC, null));
    assertTrue(server.requests().isEmpty());
  }

  @Test
  void inProductionNothingIsRegisteredByTheWay() {
    Serde<EntityAlias> strict = EventSerdes.registry(registry, false).of(EntityAlias.class);
    RegistryException e =
        assertThrows(RegistryException.class, () -> strict.serializer().serialize(TOPIC, ALIAS));
    assertTrue(e.getMessage().contains("newsledger schemas register"), e.getMessage());
    byte[] bytes = aliases.serializer().serialize(TOPIC, ALIAS);
    assertArrayEquals(bytes, strict.serializer().serialize(TOPIC, ALIAS));
  }

  @Test
  void whatALaterReleaseWroteIsRead() throws IOException {
    Schema later =
        SchemaBuilder.record("EntityAlias")
            .namespace("io.newsledger.events")
            .fields()
            .requiredString("name")
            .requiredString("person")
            .requiredString("source")
            .requiredString("reason")
            .name("recordedAt")
            .type(
                org.apache.avro.LogicalTypes.timestampMillis()
                    .addToSchema(Schema.create(Schema.Type.LONG)))
            .noDefault()
            .name("weight")
            .type()
            .intType()
            .intDefault(1)
            .endRecord();
    int id = server.put(TOPIC + "-value", later.toString());
    GenericRecord record = new GenericData.Record(later);
    record.put("name", "J. Vale");
    record.put("person", "Jo Vale");
    record.put("source", "curator");
    record.put("reason", "");
    record.put("recordedAt", ALIAS.getRecordedAt().toEpochMilli());
    record.put("weight", 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(later).write(record, encoder);
    encoder.flush();
    assertEquals(ALIAS, aliases.deserializer().deserialize(TOPIC, out.toByteArray()));
  }

  @Test
  void damagedRecordsAreRefusedAtEveryLength() {
    byte[] bytes = aliases.serializer().serialize(TOPIC, ALIAS);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(
          SerializationException.class,
          () -> aliases.deserializer().deserialize(TOPIC, cut),
          "cut at " + length);
    }
  }

  @Test
  void aNumberThatNobodyRegisteredIsAFaultOfTheRecord() {
    byte[] bytes = aliases.serializer().serialize(TOPIC, ALIAS);
    bytes[2] = 99;
    SerializationException e =
        assertThrows(
            SerializationException.class, () -> aliases.deserializer().deserialize(TOPIC, bytes));
    assertTrue(e.getMessage().contains("not registered"), e.getMessage());
  }

  @Test
  void aRegistryThatLostItsMemoryIsNoFaultOfTheRecord() {
    byte[] bytes = aliases.serializer().serialize(TOPIC, ALIAS);
    server.wipe();
    Serde<EntityAlias> fresh = EventSerdes.registry(registry, true).of(EntityAlias.class);
    assertThrows(RegistryException.class, () -> fresh.deserializer().deserialize(TOPIC, bytes));
  }
}
