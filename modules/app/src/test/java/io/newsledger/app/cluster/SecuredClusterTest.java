package io.newsledger.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.GeneratedArticles;
import io.newsledger.app.Outcome;
import io.newsledger.app.connection.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** TLS, SCRAM, tokens, and an authorizer that allows each role what it needs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SecuredClusterTest {
  @TempDir static Path folder;
  private static TokenAuthority tokens;
  private static SecuredBroker broker;
  private static Path articles;

  @BeforeAll
  static void start() throws Exception {
    tokens = TokenAuthority.start();
    broker =
        SecuredBroker.start(folder.resolve("broker"), List.of("ledger", "desk", "reader"), tokens);
    broker.grant("ledger", Role.RUN);
    broker.grant("desk", Role.INGEST);
    broker.grant("reader", Role.READ_ONLY);
    articles = new GeneratedArticles(5).write(folder.resolve("articles"), 12);
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
    tokens.close();
  }

  @Test
  @Order(1)
  void theLedgerRunsWithWhatItIsGranted() throws Exception {
    Path secured = folder.resolve("secured.json");
    Outcome outcome =
        as(
            broker.config("ledger"),
            "run",
            "--once",
            "--data",
            folder.resolve("ledger").toString(),
            "--export",
            secured.toString(),
            "--input",
            articles.toString());
    assertEquals(0, outcome.code(), outcome.err());
    Path open = folder.resolve("open.json");
    Outcome alone =
        Outcome.of(
            "run",
            "--once",
            "--data",
            folder.resolve("alone").toString(),
            "--export",
            open.toString(),
            "--input",
            articles.toString());
    assertEquals(0, alone.code(), alone.err());
    assertEquals(Files.readString(open), Files.readString(secured));
  }

  @Test
  @Order(2)
  void theDeskWritesArticlesOnly() throws Exception {
    Outcome ingested = as(broker.config("desk"), "ingest", articles.toString());
    assertEquals(0, ingested.code(), ingested.err());
    assertTrue(ingested.err().contains("12 known before"), ingested.err());
    Outcome alias = as(broker.config("desk"), "alias", "Jo", "Vale", "--is", "J. Vale");
    assertEquals(1, alias.code(), alias.err());
  }

  @Test
  @Order(3)
  void aReaderReadsAndWritesNothing() throws Exception {
    Outcome read =
        as(broker.config("reader"), "tail", "market.series", "--from-beginning", "--max", "1");
    assertEquals(0, read.code(), read.err());
    assertTrue(read.out().contains("\"topic\":\"market.series\""), read.out());
    Outcome written = as(broker.config("reader"), "ingest", articles.toString());
    assertEquals(1, written.code(), written.err());
  }

  @Test
  @Order(4)
  void aWrongPasswordIsRefusedAndNotTold() throws Exception {
    Outcome outcome = as(broker.config("reader", "wr0ng"), "tail", "news.articles", "--max", "1");
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("uthentication"), outcome.err());
    assertFalse(outcome.err().contains("wr0ng"), outcome.err());
  }

  @Test
  @Order(5)
  void noSecretStandsInALog() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("ledger"))) {
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        String text = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(SecuredBroker.password("ledger")), log.toString());
      }
    }
  }

  @Test
  @Order(6)
  void aTokenServesAllClientsOfTheLedger() throws Exception {
    Path export = folder.resolve("by-token.json");
    Path config = broker.config("ledger", tokens, TokenAuthority.secret("ledger"));
    Outcome outcome =
        as(
            config,
            "run",
            "--once",
            "--data",
            folder.resolve("by-token").toString(),
            "--export",
            export.toString(),
            "--input",
            articles.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(tokens.given() > 0, "no token was asked for");
    assertEquals(Files.readString(folder.resolve("secured.json")), Files.readString(export));
  }

  @Test
  @Order(7)
  void whoATokenNamesMayWhatWasGrantedOnly() throws Exception {
    Path config = broker.config("desk", tokens, TokenAuthority.secret("desk"));
    Outcome ingested = as(config, "ingest", articles.toString());
    assertEquals(0, ingested.code(), ingested.err());
    Outcome alias = as(config, "alias", "Jo", "Vale", "--is", "J. Vale");
    assertEquals(1, alias.code(), alias.err());
    assertTrue(alias.err().contains("uthoriz"), alias.err());
  }

  @Test
  @Order(8)
  void whoGetsNoTokenIsRefusedAndTheSecretNotTold() throws Exception {
    Path config = broker.config("reader", tokens, "wr0ng");
    Outcome outcome = as(config, "tail", "news.articles", "--max", "1");
    assertEquals(1, outcome.code());
    assertFalse(outcome.err().contains("wr0ng"), outcome.err());
    assertFalse(outcome.err().isBlank(), "nothing is said");
  }

  private static Outcome as(Path config, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    all.addAll(List.of("--kafka-config", config.toString()));
    all.addAll(List.of(arguments));
    return Outcome.of(all.toArray(String[]::new));
  }
}
