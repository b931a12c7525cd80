package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data folders that earlier versions wrote, kept as they were left with the articles that they were
 * given: the present version goes on from them, or refuses and says what to do. Written by the
 * commits of the days that the files name, with {@code run --once}; never written anew.
 */
final class UpgradeTest {
  @TempDir private Path folder;

  /** Before flows were counted person by person: a store had another name. */
  @Test
  void theStateBeforeFlowPeopleIsRefusedAndMadeAnew() throws Exception {
    isRefusedAndMadeAnew("/ledgers/2026-11-30.zip");
  }

  /** The first version that ran as a whole: with fewer stores and topics, and four partitions. */
  @Test
  void theStateOfTheFirstVersionIsRefusedAndMadeAnew() throws Exception {
    isRefusedAndMadeAnew("/ledgers/2026-11-25.zip");
  }

  private void isRefusedAndMadeAnew(String ledger) throws IOException {
    unpack(ledger);
    Path export = folder.resolve("upgraded.json");
    Outcome refused = once("ledger", export);
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("newsledger rebuild"), refused.err());
    assertTrue(Files.notExists(export));
    Outcome rebuilt = Outcome.of("rebuild", "--data", folder.resolve("ledger").toString());
    assertEquals(0, rebuilt.code(), rebuilt.err());
    assertEquals(fresh(), onceOn("ledger", export));
  }

  /** What the present version makes of the same articles by itself. */
  private String fresh() throws IOException {
    Path export = folder.resolve("fresh.json");
    Outcome outcome =
        Outcome.of(
            "run",
            "--once",
            "--data",
            folder.resolve("fresh").toString(),
            "--export",
            export.toString(),
            "--input",
            folder.resolve("articles").toString());
    assertEquals(0, outcome.code(), outcome.err());
    String state = Files.readString(export);
    assertTrue(state.contains("Ilya Sutskever") && state.contains("ChatGPT"), state);
    return state;
  }

  /** Nothing is given: all comes from what stands in the folder. */
  private String onceOn(String data, Path export) throws IOException {
    Outcome outcome = once(data, export);
    assertEquals(0, outcome.code(), outcome.err());
    return Files.readString(export);
  }

  private Outcome once(String data, Path export) {
    return Outcome.of(
        "run", "--once", "--data", folder.resolve(data).toString(), "--export", export.toString());
  }

  private void unpack(String archive) throws IOException {
    try (InputStream in = UpgradeTest.class.getResourceAsStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        assertTrue(target.startsWith(folder), entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }
}
