package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.newsledger.weighing.ClaimSets;
import io.newsledger.weighing.ViewSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other tests keep the state in memory, applications keep it on disk. */
class StateOnDiskTest {
  private static final long SEED = 1;

  @Test
  void stateOnDiskIsStateInMemory(@TempDir Path disk, @TempDir Path none) {
    List<SpecificRecord> claims = new ArrayList<>(ClaimSets.talentClaims(SEED, 40));
    claims.addAll(ClaimSets.marketClaims(SEED, 40));
    claims.addAll(ViewSets.departures(SEED, 40));
    claims.addAll(ViewSets.figures(SEED, 40));
    try (LedgerDriver onDisk = LedgerDriver.onDisk(disk);
        LedgerDriver inMemory = new LedgerDriver(none)) {
      onDisk.accept(claims);
      inMemory.accept(claims);
      assertNotEquals("{}", onDisk.views());
      assertEquals(inMemory.views(), onDisk.views());
      assertEquals(List.of(), files(none), "nothing of it on disk");
    }
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
