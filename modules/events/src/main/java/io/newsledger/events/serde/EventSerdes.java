package io.newsledger.events.serde;

import io.newsledger.events.registry.SchemaRegistry;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Serde;

/**
 * Makes serdes for event types. The stages ask here and do not know the encoding.
 *
 * <p>Without a schema registry it is Avro's single-object encoding, which carries a fingerprint of
 * the writer's schema; schemas of earlier releases travel with this jar. With one, values on the
 * topics of the catalogue are written as Confluent's tools read them, and what is internal as
 * without; both are read everywhere, so that a ledger may go over from one to the other.
 */
public final class EventSerdes {
  private final SchemaHistory history;
  private final Optional<SchemaIds> ids;

  private EventSerdes(SchemaHistory history, Optional<SchemaIds> ids) {
    this.history = history;
    this.ids = ids;
  }

  /** Serdes in single-object encoding, needing no registry. */
  public static EventSerdes singleObject() {
    trustEvents();
    return new EventSerdes(SchemaHistory.load(), Optional.empty());
  }

  /**
   * Serdes with a schema registry. They ask it when they meet a schema for the first time; if it
   * does not answer within its bound, or lacks what this release writes, they throw a {@link
   * io.newsledger.events.registry.RegistryException}.
   *
   * @param registering whether a schema that the registry lacks is registered when it is first
   *     written
   */
  public static EventSerdes registry(SchemaRegistry registry, boolean registering) {
    trustEvents();
    SchemaIds ids = new SchemaIds(registry, registering);
    return new EventSerdes(SchemaHistory.load(), Optional.of(ids));
  }

  /**
   * A serde for one event type; null stands for a deletion. Safe for use by several threads.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when used on bytes that are no
   *     event of this type
   */
  public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    Serde<T> inner = new SingleObjectSerde<>(Objects.requireNonNull(type, "type"), history);
    return ids.isEmpty() ? inner : new RegistrySerde<>(type, ids.get(), inner);
  }

  /**
   * Avro refuses to instantiate generated classes of packages that nobody vouched for, and its
   * lists compare their elements by the generic model, which has to be told of times. Both are
   * settings of the whole JVM; setting them again changes nothing.
   */
  public static void trustEvents() {
    GenericData.get().addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), EventSerdes::isEvent));
  }

  private static boolean isEvent(Class<?> type) {
    return type.getPackageName().equals("io.newsledger.events");
  }
}
