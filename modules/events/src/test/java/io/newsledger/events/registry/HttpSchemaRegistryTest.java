package io.newsledger.events.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {
  private static final Subject CAREERS = Subject.of("talent.careers", Topics.CAREERS);

  private RegistryServer server;
  private HttpSchemaRegistry registry;

  @BeforeEach
  void start() throws IOException {
    server = RegistryServer.start();
    registry = new HttpSchemaRegistry(server.access());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsRegisteredIsFound() {
    assertEquals(OptionalInt.empty(), registry.find(CAREERS));
    int id = registry.register(CAREERS);
    assertEquals(OptionalInt.of(id), registry.find(CAREERS));
    assertEquals(Optional.of(CAREERS.schema()), registry.schema(id));
    assertEquals(Optional.empty(), registry.schema(id + 1));
    assertEquals(List.of(CAREERS.schema()), registry.versions(CAREERS.name()));
    assertEquals(List.of(), registry.versions("other-value"));
  }

  @Test
  void theSchemasAreForEverybodyNotForJava() {
    assertFalse(CAREERS.schema().toString().contains("avro.java.string"));
  }

  @Test
  void compatibilityIsSetPerSubject() {
    registry.register(CAREERS);
    assertFalse(registry.requiresFullCompatibility(CAREERS.name()));
    registry.requireFullCompatibility(CAREERS.name());
    assertTrue(registry.requiresFullCompatibility(CAREERS.name()));
    assertFalse(registry.requiresFullCompatibility("other-value"));
  }

  @Test
  void aRegistryThatIsBackSoonIsWaitedFor() {
    server.fail(1);
    int id = registry.register(CAREERS);
    assertEquals(OptionalInt.of(id), registry.find(CAREERS));
    assertEquals(3, server.requests().size());
  }

  @Test
  void aRegistryThatStaysAwayIsNamedWithItsAddress() {
    server.fail(Integer.MAX_VALUE);
    RegistryException e = assertThrows(RegistryException.class, () -> registry.register(CAREERS));
    assertTrue(e.getMessage().contains(server.address() + " could not be used"), e.getMessage());
    assertTrue(e.getMessage().contains("status 503"), e.getMessage());
    server.close();
    assertThrows(RegistryException.class, () -> registry.find(CAREERS));
  }

  @Test
  void anotherWebServerIsNoRegistry() {
    String wrong = server.address().replace("ccompat", "else");
    HttpSchemaRegistry other =
        new HttpSchemaRegistry(
            RegistryAccess.at(wrong).within(server.access().request(), server.access().patience()));
    RegistryException e = assertThrows(RegistryException.class, () -> other.find(CAREERS));
    assertTrue(e.getMessage().contains("apis/ccompat/v7"), e.getMessage());
  }

  @Test
  void credentialsAreSentAndNeverTold() {
    RegistryAccess access = server.access().basic("clerk:secret");
    new HttpSchemaRegistry(access).find(CAREERS);
    assertEquals("Basic Y2xlcms6c2VjcmV0", server.authorization());
    assertEquals(server.address(), access.toString());
    new HttpSchemaRegistry(server.access().bearer("t0ken")).find(CAREERS);
    assertEquals("Bearer t0ken", server.authorization());
  }

  @Test
  void addressesThatCannotBeMeantAreRefused() {
    for (String address :
        List.of("127.0.0.1:8080", "ftp://host/x", "http://u:p@host/x", "http://host/x?y", ":")) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> RegistryAccess.at(address));
      assertFalse(e.getMessage().contains("u:p"), e.getMessage());
    }
    assertEquals("http://host/x", RegistryAccess.at("http://host/x/").toString());
  }

  @Test
  void schemasOfOtherKindsAreNoFaultOfTheRegistry() {
    int id = server.put("other-value", "syntax = \"proto3\";");
    assertThrows(SerializationException.class, () -> registry.schema(id));
  }

  @Test
  void registrationIsCompleteAndRepeatable() {
    Registration registration = new Registration(registry, Generation.FIRST);
    assertTrue(
        registration.check().stream()
            .allMatch(standing -> standing.faults().equals(List.of("not registered"))));
    registration.register();
    assertTrue(registration.check().stream().allMatch(Registration.Standing::isSound));
    int requests = server.requests().size();
    registration.register();
    assertEquals(2 * Topics.ALL.size(), server.requests().size() - requests);
  }

  @Test
  void anIncompatibleVersionIsNamed() {
    Schema other =
        SchemaBuilder.record("Career")
            .namespace("io.newsledger.events")
            .fields()
            .requiredLong("person")
            .endRecord();
    server.put(CAREERS.name(), other.toString());
    List<String> faults =
        new Registration(registry, Generation.FIRST)
            .check().stream()
                .filter(standing -> standing.subject().equals(CAREERS))
                .findFirst()
                .orElseThrow()
                .faults();
    assertEquals("not registered", faults.get(0));
    assertTrue(faults.stream().anyMatch(f -> f.contains("cannot read")), faults.toString());
    assertTrue(faults.stream().anyMatch(f -> f.contains("could not be read")), faults.toString());
  }
}
