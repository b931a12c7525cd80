package io.newsledger.events.registry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;

/**
 * Keeps schemas under numbers, and versions of them by subject. Every method may wait for the
 * registry, within the bound it was made with, and throws a {@link RegistryException} if that was
 * not enough or it refuses.
 */
public interface SchemaRegistry {
  /**
   * The schema of a number; empty if the registry has none.
   *
   * @throws org.apache.kafka.common.errors.SerializationException if it is no Avro schema
   */
  Optional<Schema> schema(int id);

  /** Number of a schema that is a version of a subject; empty if it is none. */
  OptionalInt find(Subject subject);

  /**
   * Makes a schema a version of its subject; a second time changes nothing.
   *
   * @return its number
   */
  int register(Subject subject);

  /** All versions of a subject, the oldest first; none if there is no such subject. */
  List<Schema> versions(String subject);

  /** Has a subject take only what can be read by and can read every earlier version. */
  void requireFullCompatibility(String subject);

  /** Whether a subject takes only what goes with every earlier version, in both directions. */
  boolean requiresFullCompatibility(String subject);

  /** Where it is, for people. */
  String address();
}
