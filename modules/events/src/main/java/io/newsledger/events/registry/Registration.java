package io.newsledger.events.registry;

import io.newsledger.events.topic.Generation;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * The ledger's schemas in a registry.
 *
 * @param registry where
 * @param generation whose topics
 */
public record Registration(SchemaRegistry registry, Generation generation) {
  /**
   * How a subject stands.
   *
   * @param subject which
   * @param faults what keeps this release from writing there, or others from relying on it; empty
   *     if all is well
   */
  public record Standing(Subject subject, List<String> faults) {
    public Standing {
      faults = List.copyOf(faults);
    }

    /** Whether all is well. */
    public boolean isSound() {
      return faults.isEmpty();
    }
  }

  /**
   * Registers what this release writes, and has each subject take only what goes with all its
   * versions. A second time changes nothing.
   *
   * @throws RegistryException if the registry refuses or does not answer; what was registered until
   *     then stays
   */
  public void register() {
    for (Subject subject : Subject.all(generation)) {
      if (registry.find(subject).isEmpty()) {
        registry.register(subject);
      }
      if (!registry.requiresFullCompatibility(subject.name())) {
        registry.requireFullCompatibility(subject.name());
      }
    }
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws RegistryException if the registry does not answer
   */
  public List<Standing> check() {
    return Subject.all(generation).stream()
        .map(subject -> new Standing(subject, faults(subject)))
        .toList();
  }

  private List<String> faults(Subject subject) {
    List<String> faults = new ArrayList<>();
    if (registry.find(subject).isEmpty()) {
      faults.add("not registered");
    } else if (!registry.requiresFullCompatibility(subject.name())) {
      faults.add("takes incompatible schemas: FULL_TRANSITIVE is not set");
    }
    for (Schema version : registry.versions(subject.name())) {
      unreadable(subject.schema(), version)
          .forEach(why -> faults.add("cannot read what an earlier version wrote: " + why));
      unreadable(version, subject.schema())
          .forEach(why -> faults.add("could not be read by an earlier version: " + why));
    }
    return faults;
  }

  private static List<String> unreadable(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(fault -> fault.getMessage() + " at " + fault.getLocation())
        .toList();
  }
}
