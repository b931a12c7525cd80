package io.newsledger.app.instance;

import io.newsledger.app.CommandFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files of the state stores. A process that is killed may leave rows in them that were never
 * committed, so they are trusted only if the last process that had them open ended in order. The
 * changelogs on the brokers hold all that they hold.
 *
 * <p>Kafka Streams finds such stores out too, but while tasks are being assigned: each is closed,
 * emptied and made again, and with many at once one of them can be left without ever reading on.
 */
public final class LocalState {
  private final Path folder;
  private final Path open;

  private LocalState(Path folder, Path open) {
    this.folder = folder;
    this.open = open;
  }

  /**
   * Takes hold of the stores of a data folder, emptied where they cannot be trusted.
   *
   * @throws CommandFailure if the files cannot be removed or written
   */
  public static LocalState open(DataFolder data) {
    LocalState state = new LocalState(data.streams(), data.root().resolve("streams.open"));
    try {
      if (Files.exists(state.open)) {
        state.discard();
      } else {
        Files.createFile(state.open);
      }
    } catch (IOException e) {
      throw new CommandFailure("cannot use the state in " + data.root() + ": " + e, e);
    }
    return state;
  }

  /** All that had the stores open ended in order: what they hold is committed. */
  public void closed() {
    try {
      Files.deleteIfExists(open);
    } catch (IOException e) {
      throw new CommandFailure("cannot remove " + open + ": " + e, e);
    }
  }

  /** Where Kafka Streams keeps the stores. */
  public Path folder() {
    return folder;
  }

  private void discard() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException error)
              throws IOException {
            if (error != null) {
              throw error;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
