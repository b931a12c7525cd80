package io.newsledger.app.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
  @TempDir private Path folder;

  private ClientSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("client.properties"), text);
    return ClientSettings.of(Optional.of(file), Optional.empty(), false);
  }

  @Test
  void whatIsGivenReachesEveryClient() throws IOException {
    Connection connection =
        read("security.protocol=SSL\nlinger.ms=7\nmain.consumer.group.instance.id=a-1\n")
            .to("kafka:9092");
    Map<String, Object> properties =
        connection.properties(Map.of("linger.ms", 3, "isolation.level", "read_committed"));
    assertEquals(
        Map.of(
            "bootstrap.servers", "kafka:9092",
            "security.protocol", "SSL",
            "linger.ms", 3,
            "isolation.level", "read_committed"),
        properties);
    assertEquals("a-1", connection.given().get("main.consumer.group.instance.id"));
  }

  @Test
  void valuesMayStandElsewhere() throws IOException {
    Path secrets = folder.resolve("secrets");
    Files.createDirectories(secrets);
    Files.writeString(secrets.resolve("user.properties"), "password=hidden\n");
    ClientSettings settings =
        read(
            """
            config.providers=file
            config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
            ssl.keystore.password=${file:%s:password}
            schema.registry.url=http://127.0.0.1:1/apis/ccompat/v7
            schema.registry.basic.auth.user.info=clerk:${file:%s:password}
            """
                .formatted(secrets.resolve("user.properties"), secrets.resolve("user.properties")));
    assertEquals(Map.of("ssl.keystore.password", "hidden"), settings.properties());
    assertEquals(
        Optional.of("Basic Y2xlcms6aGlkZGVu"), settings.registry().orElseThrow().authorization());
  }

  @Test
  void secretsAreNotTold() throws IOException {
    ClientSettings settings =
        read(
            """
            ssl.key.password=hidden
            schema.registry.url=http://127.0.0.1:1
            schema.registry.bearer.auth.token=hidden
            """);
    assertFalse(settings.toString().contains("hidden"), settings.toString());
    Connection connection = settings.to("kafka:9092");
    assertEquals("kafka:9092", connection.toString());
  }

  @Test
  void whatThePromisesRestOnIsNotTheUsersToSet() {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> read("processing.guarantee=at_least_once\nconsumer.isolation.level=x\n"));
    assertTrue(
        failure.getMessage().contains("consumer.isolation.level, processing.guarantee"),
        failure.getMessage());
  }

  @Test
  void aMissingFileAndAWrongProviderAreNamed() {
    Path missing = folder.resolve("missing.properties");
    assertTrue(
        assertThrows(
                CommandFailure.class,
                () -> ClientSettings.of(Optional.of(missing), Optional.empty(), false))
            .getMessage()
            .contains(missing.toString()));
    assertTrue(
        assertThrows(
                CommandFailure.class,
                () -> read("config.providers=vault\nconfig.providers.vault.class=no.such.Vault\n"))
            .getMessage()
            .contains("config.providers"));
  }

  @Test
  void theCommandLineGoesBeforeTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("c"), "schema.registry.url=http://one:1\n");
    ClientSettings settings =
        ClientSettings.of(Optional.of(file), Optional.of("http://two:2/"), true);
    assertEquals("http://two:2", settings.registry().orElseThrow().toString());
    assertTrue(settings.properties().isEmpty());
  }

  @Test
  void aTrustStoreThatIsNoneIsNamedByItsSetting() {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () ->
                read(
                    """
                    schema.registry.url=https://127.0.0.1:1
                    schema.registry.ssl.truststore.location=%s
                    """
                        .formatted(folder.resolve("none"))));
    assertTrue(failure.getMessage().contains("schema.registry.ssl"), failure.getMessage());
  }
}
