package io.newsledger.app.instance;

import io.newsledger.app.CommandFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Folder that one instance keeps everything in: {@code kafka/} the embedded broker's log, {@code
 * streams/} the state stores, {@code generations/} those of later generations, {@code
 * newsledger.log} the log file, {@code running.json} the addresses while it runs. Held by one
 * process at a time.
 */
public final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and takes hold of it.
   *
   * @throws CommandFailure if another process holds it or it cannot be written
   */
  public static DataFolder open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return new DataFolder(root, channel);
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot use the data folder " + root + ": " + e + ". Give another one with --data", e);
    }
    throw new CommandFailure(
        "another instance uses the data folder "
            + root
            + ". Stop it, or give another folder with --data");
  }

  /** Where the embedded broker keeps its log. */
  public Path broker() {
    return root.resolve("kafka");
  }

  /** Where Kafka Streams keeps its state. */
  public Path streams() {
    return root.resolve("streams");
  }

  /** Where generations after the first have folders of their own. */
  public Path generations() {
    return generations(root);
  }

  /** Where they have them in the data folder at a path. */
  public static Path generations(Path folder) {
    return folder.resolve("generations");
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  @Override
  public void close() {
    closeQuietly(lock);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest: nothing is lost by a failed close.
      System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
    }
  }
}
