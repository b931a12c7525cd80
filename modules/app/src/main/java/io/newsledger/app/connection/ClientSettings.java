package io.newsledger.app.connection;

import io.newsledger.app.CommandFailure;
import io.newsledger.events.registry.HttpSchemaRegistry;
import io.newsledger.events.registry.RegistryAccess;
import io.newsledger.events.registry.SchemaRegistry;
import io.newsledger.events.serde.EventSerdes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * What clients need besides the brokers' address.
 *
 * @param file the file of client properties, if one was given
 * @param properties Kafka's client properties; may hold secrets
 * @param registry the schema registry, if there is one
 * @param production whether schemas are registered on purpose only
 */
public record ClientSettings(
    Optional<Path> file,
    Map<String, Object> properties,
    Optional<RegistryAccess> registry,
    boolean production) {
  /** Of a broker in this process. */
  public static final ClientSettings NONE =
      new ClientSettings(Optional.empty(), Map.of(), Optional.empty(), false);

  private static final String SERVERS = "bootstrap.servers";
  private static final String REGISTRY = "schema.registry.";
  private static final String URL = REGISTRY + "url";
  private static final String BASIC = REGISTRY + "basic.auth.user.info";
  private static final String BEARER = REGISTRY + "bearer.auth.token";

  public ClientSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * Reads what was given.
   *
   * @param file properties of Kafka's clients; those that begin with {@code schema.registry.} are
   *     of the registry: {@code url}, {@code basic.auth.user.info}, {@code bearer.auth.token}, and
   *     {@code ssl.truststore.location} with its kin
   * @param url of the registry; goes before that of the file
   * @throws CommandFailure if something of it cannot be used
   */
  public static ClientSettings of(Optional<Path> file, Optional<String> url, boolean production) {
    Map<String, Object> given = new HashMap<>(file.map(ClientProperties::read).orElse(Map.of()));
    Map<String, Object> registry = new HashMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(REGISTRY)) {
            registry.put(name, value);
          }
        });
    given.keySet().removeAll(registry.keySet());
    TokenAddresses.allow(given);
    Optional<RegistryAccess> access =
        url.or(() -> Optional.ofNullable((String) registry.get(URL)))
            .map(address -> access(address, registry));
    return new ClientSettings(file.map(Path::toAbsolutePath), given, access, production);
  }

  private static RegistryAccess access(String address, Map<String, Object> settings) {
    RegistryAccess access;
    try {
      access = RegistryAccess.at(address);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    if (settings.get(BASIC) instanceof String user) {
      access = access.basic(user);
    } else if (settings.get(BEARER) instanceof String token) {
      access = access.bearer(token);
    }
    Map<String, Object> ssl = new HashMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(REGISTRY + "ssl.")) {
            ssl.put(name.substring(REGISTRY.length()), value);
          }
        });
    return ssl.isEmpty() ? access : access.trusting(context(ssl));
  }

  /** As Kafka's clients make theirs, stores of PEM included. */
  private static SSLContext context(Map<String, Object> ssl) {
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(Ssl.parsed(ssl));
      return factory.sslContext();
    } catch (KafkaException e) {
      throw new CommandFailure(
          "the settings " + REGISTRY + "ssl.* cannot be used: " + e.getMessage(), e);
    }
  }

  /** Brokers that the file names. */
  public Optional<String> servers() {
    return Optional.ofNullable((String) properties.get(SERVERS));
  }

  /** With these brokers. Nothing is asked yet. */
  public Connection to(String bootstrapServers) {
    Optional<SchemaRegistry> known = registry.map(HttpSchemaRegistry::new);
    EventSerdes serdes =
        known
            .map(schemas -> EventSerdes.registry(schemas, !production))
            .orElseGet(EventSerdes::singleObject);
    return new Connection(bootstrapServers, properties, serdes, known, production);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "ClientSettings[file=" + file + ", registry=" + registry + "]";
  }
}
