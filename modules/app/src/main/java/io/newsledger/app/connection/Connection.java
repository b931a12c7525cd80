package io.newsledger.app.connection;

import io.newsledger.app.CommandFailure;
import io.newsledger.events.registry.Registration;
import io.newsledger.events.registry.RegistryException;
import io.newsledger.events.registry.SchemaRegistry;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * Brokers and registry, as every client here reaches them.
 *
 * @param bootstrapServers brokers
 * @param given Kafka's client properties; may hold secrets
 * @param serdes of what stands there
 * @param registry the schema registry, if there is one
 * @param production whether schemas are registered on purpose only
 */
public record Connection(
    String bootstrapServers,
    Map<String, Object> given,
    EventSerdes serdes,
    Optional<SchemaRegistry> registry,
    boolean production) {
  public Connection {
    given = Map.copyOf(given);
  }

  /** Properties of a client: what was given, and over it what this client needs. */
  public Map<String, Object> properties(Map<String, ?> own) {
    Map<String, Object> properties = new HashMap<>(ClientProperties.ofEveryClient(given));
    properties.putAll(own);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return properties;
  }

  /** A client for questions about the cluster, to be closed. */
  public Admin admin() {
    return Admin.create(properties(Map.of()));
  }

  /**
   * Makes sure that the registry has what this release writes, if there is one: registers it, or in
   * production asks only.
   *
   * @throws CommandFailure if the registry lacks something, refuses or does not answer
   */
  public void agree(Generation generation) {
    if (registry.isEmpty()) {
      return;
    }
    Registration registration = new Registration(registry.get(), generation);
    try {
      if (!production) {
        registration.register();
        return;
      }
      List<Registration.Standing> faults =
          registration.check().stream().filter(standing -> !standing.isSound()).toList();
      if (!faults.isEmpty()) {
        throw new CommandFailure(
            "the schema registry at "
                + registry.get().address()
                + " does not stand as it must: "
                + faults.stream()
                    .map(fault -> fault.subject().name() + ": " + fault.faults().get(0))
                    .collect(Collectors.joining("; "))
                + ". 'newsledger schemas register' registers what is missing");
      }
    } catch (RegistryException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return bootstrapServers;
  }
}
