package io.newsledger.events.serde;

import java.util.Objects;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Serde;

/**
 * Makes serdes for event types. The stages ask here and do not know the encoding: Avro's
 * single-object encoding, which carries a fingerprint of the writer's schema; schemas of earlier
 * releases travel with this jar.
 */
public final class EventSerdes {
  private final SchemaHistory history;

  private EventSerdes(SchemaHistory history) {
    this.history = history;
  }

  /** Serdes in single-object encoding, needing no registry. */
  public static EventSerdes singleObject() {
    trustEvents();
    return new EventSerdes(SchemaHistory.load());
  }

  /**
   * A serde for one event type; null stands for a deletion. Safe for use by several threads.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when used on bytes that are no
   *     event of this type
   */
  public <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    return new SingleObjectSerde<>(Objects.requireNonNull(type, "type"), history);
  }

  /**
   * Avro refuses to instantiate generated classes of packages that nobody vouched for, and its
   * lists compare their elements by the generic model, which has to be told of times. Both are
   * settings of the whole JVM; setting them again changes nothing.
   */
  private static void trustEvents() {
    GenericData.get().addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), EventSerdes::isEvent));
  }

  private static boolean isEvent(Class<?> type) {
    return type.getPackageName().equals("io.newsledger.events");
  }
}
