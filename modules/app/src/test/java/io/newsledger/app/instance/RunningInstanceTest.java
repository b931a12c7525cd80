package io.newsledger.app.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.CommandFailure;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunningInstanceTest {
  private static final URI API = URI.create("http://127.0.0.1:7070");

  @TempDir Path folder;

  @Test
  void isFoundByItsDataFolder() {
    RunningInstance mine = instance(ProcessHandle.current().pid());
    try (DataFolder data = DataFolder.open(folder)) {
      mine.announce(data);
      assertEquals(mine, RunningInstance.find(folder));
    }
  }

  @Test
  void theDemoIsFoundInsideTheFolder() {
    RunningInstance demo = instance(ProcessHandle.current().pid());
    try (DataFolder data = DataFolder.open(folder.resolve("demo"))) {
      demo.announce(data);
      assertEquals(demo, RunningInstance.find(folder));
    }
  }

  @Test
  void aKilledOneIsNotFound() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--version")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    child.waitFor();
    try (DataFolder data = DataFolder.open(folder)) {
      instance(child.pid()).announce(data);
      assertThrows(CommandFailure.class, () -> RunningInstance.find(folder));
    }
  }

  @Test
  void anEndedOneIsNotFound() {
    try (DataFolder data = DataFolder.open(folder)) {
      instance(ProcessHandle.current().pid()).announce(data);
      RunningInstance.withdraw(data);
      CommandFailure failure =
          assertThrows(CommandFailure.class, () -> RunningInstance.find(folder));
      assertTrue(failure.getMessage().contains("newsledger run"), failure.getMessage());
    }
  }

  @Test
  void aDamagedAnnouncementIsNamed() throws Exception {
    Files.writeString(folder.resolve("running.json"), "{\"process\": 1");
    CommandFailure failure = assertThrows(CommandFailure.class, () -> RunningInstance.find(folder));
    assertTrue(failure.getMessage().contains("running.json"), failure.getMessage());
  }

  @Test
  void aFolderBelongsToOneInstance() {
    try (DataFolder first = DataFolder.open(folder)) {
      CommandFailure failure = assertThrows(CommandFailure.class, () -> DataFolder.open(folder));
      assertTrue(failure.getMessage().contains(first.root().toString()), failure.getMessage());
    }
    DataFolder.open(folder).close();
  }

  private static RunningInstance instance(long process) {
    return new RunningInstance(
        process, "127.0.0.1:9092", API, Optional.empty(), Optional.of("http://127.0.0.1:8080/r"));
  }
}
