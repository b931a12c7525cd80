package io.newsledger.app.cluster;

import io.newsledger.app.connection.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker that takes TLS only, with SCRAM or a token of an authority, and allows what was granted
 * only.
 */
final class SecuredBroker implements AutoCloseable {
  /** Of the key store; that of a user is {@code NAME-pass}. */
  private static final String STORE_PASSWORD = "of-the-store";

  private static final String ADMIN = "admin";

  private final Path folder;
  private final Path store;
  private final int port;
  private final KafkaProcess kafka;

  private SecuredBroker(Path folder, Path store, int port, KafkaProcess kafka) {
    this.folder = folder;
    this.store = store;
    this.port = port;
    this.kafka = kafka;
  }

  static SecuredBroker start(Path folder, List<String> users, TokenAuthority tokens)
      throws Exception {
    Files.createDirectories(folder);
    Path store = keys(folder);
    List<Integer> ports = KafkaProcess.ports(2);
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get(1));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.get(0), ports.get(1)));
    settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + ports.get(0));
    settings.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,OAUTHBEARER");
    settings.putAll(tokens.brokerSettings("listener.name.clients.oauthbearer."));
    settings.put("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
    settings.put("listener.name.clients.scram-sha-512.sasl.jaas.config", jaas(ADMIN));
    settings.put("ssl.keystore.location", store.toString());
    settings.put("ssl.keystore.password", STORE_PASSWORD);
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.truststore.location", store.toString());
    settings.put("ssl.truststore.password", STORE_PASSWORD);
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
    settings.put("allow.everyone.if.no.acl.found", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    List<String> scram = new ArrayList<>(users);
    scram.add(ADMIN);
    String[] added =
        scram.stream()
            .flatMap(
                user ->
                    List.of(
                        "--add-scram",
                        "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user, password(user)))
                        .stream())
            .toArray(String[]::new);
    KafkaProcess kafka =
        KafkaProcess.formatted(folder.resolve("node"), settings, added)
            .start(tokens.brokerOption());
    SecuredBroker broker = new SecuredBroker(folder, store, ports.get(0), kafka);
    boolean up = false;
    try {
      KafkaProcess.await(broker.client(ADMIN), 1);
      up = true;
      return broker;
    } finally {
      if (!up) {
        kafka.close();
      }
    }
  }

  static String password(String user) {
    return user + "-pass";
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Allows a user what a role needs. */
  void grant(String user, Role role) throws Exception {
    try (Admin admin = Admin.create(client(ADMIN))) {
      admin.createAcls(role.grants("User:" + user)).all().get(30, TimeUnit.SECONDS);
    }
  }

  /** A file of client properties that gets the user's password from another. */
  Path config(String user) throws IOException {
    return config(user, password(user));
  }

  Path config(String user, String password) throws IOException {
    Path secrets = folder.resolve(user + "-secrets.properties");
    Files.writeString(
        secrets,
        "store=" + STORE_PASSWORD + "\njaas=" + jaas(user, password).replace("\\", "\\\\") + "\n");
    Properties properties = new Properties();
    properties.putAll(client(user));
    properties.remove("bootstrap.servers");
    properties.put("config.providers", "file");
    properties.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    properties.put("ssl.truststore.password", "${file:" + secrets + ":store}");
    properties.put("sasl.jaas.config", "${file:" + secrets + ":jaas}");
    Path file = folder.resolve(user + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }

  /** A file of client properties by which a user asks an authority for a token. */
  Path config(String user, TokenAuthority tokens, String secret) throws IOException {
    Properties properties = new Properties();
    properties.putAll(client(user));
    properties.remove("bootstrap.servers");
    properties.putAll(tokens.clientProperties(user, secret));
    Path file = folder.resolve(user + "-token.properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }

  private Map<String, Object> client(String user) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers(),
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        jaas(user),
        "ssl.truststore.location",
        store.toString(),
        "ssl.truststore.type",
        "PKCS12",
        "ssl.truststore.password",
        STORE_PASSWORD);
  }

  private static String jaas(String user) {
    return jaas(user, password(user));
  }

  private static String jaas(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  private static Path keys(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
    }
    return store;
  }

  @Override
  public void close() {
    kafka.close();
  }
}
