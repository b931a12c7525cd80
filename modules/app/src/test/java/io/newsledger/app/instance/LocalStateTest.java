package io.newsledger.app.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
  @TempDir private Path folder;

  @Test
  void whatWasClosedInOrderIsKept() throws IOException {
    try (DataFolder data = DataFolder.open(folder)) {
      LocalState state = LocalState.open(data);
      Path row = row(state);
      state.closed();
      assertEquals(state.folder(), LocalState.open(data).folder());
      assertTrue(Files.exists(row));
    }
  }

  @Test
  void whatWasNotClosedIsThrownAwayAndNothingElse() throws IOException {
    try (DataFolder data = DataFolder.open(folder)) {
      Path log = Files.createDirectories(data.broker()).resolve("log");
      Files.writeString(log, "record");
      Path row = row(LocalState.open(data));
      LocalState next = LocalState.open(data);
      assertFalse(Files.exists(row));
      assertTrue(Files.exists(log));
      Path later = row(next);
      next.closed();
      LocalState.open(data);
      assertTrue(Files.exists(later));
    }
  }

  private static Path row(LocalState state) throws IOException {
    Path file = state.folder().resolve("application").resolve("0_0").resolve("rows");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "row");
  }
}
