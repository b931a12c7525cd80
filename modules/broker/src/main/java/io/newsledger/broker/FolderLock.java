package io.newsledger.broker;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Utils;

/**
 * Holds a data folder for one broker; the operating system lets go of it if the process dies.
 *
 * <p>Kafka locks its folder too, but only after its controller has begun to write there, so that a
 * second broker would damage the first before it is refused. Its lock is looked at here beforehand.
 */
final class FolderLock implements AutoCloseable {
  /**
   * The folders held by this process. Locks on files belong to the process and are lost when any of
   * its channels to the file is closed: a folder that is held here must not be opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a folder, making it if it is missing.
   *
   * @throws BrokerException if it is taken or cannot be used
   */
  static FolderLock on(Path wanted) {
    Path folder;
    try {
      folder = Files.createDirectories(wanted).toRealPath();
    } catch (IOException e) {
      throw unusable(wanted, e);
    }
    if (!HELD.add(folder)) {
      throw taken(folder);
    }
    try {
      FileChannel channel = locked(folder);
      if (channel != null) {
        return new FolderLock(folder, channel);
      }
    } catch (IOException e) {
      HELD.remove(folder);
      throw unusable(wanted, e);
    }
    HELD.remove(folder);
    throw taken(folder);
  }

  /** The channel that holds the folder, or null if another process has it. */
  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve("broker.lock"), StandardOpenOption.CREATE, WRITE);
    try {
      if (channel.tryLock() != null && kafkaIsAway(DataFolder.logs(folder).resolve(".lock"))) {
        return channel;
      }
      channel.close();
      return null;
    } catch (IOException e) {
      Utils.closeQuietly(channel, "lock file");
      throw e;
    }
  }

  private static boolean kafkaIsAway(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(lock, WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // a broker of this process that did not stop in order
    }
  }

  private static BrokerException taken(Path folder) {
    return new BrokerException(
        "another broker runs on the data folder "
            + folder
            + ": stop it, or use another data folder");
  }

  private static BrokerException unusable(Path folder, IOException why) {
    return new BrokerException(
        "cannot use the data folder %s (%s): make it a folder that can be written, or use another"
            .formatted(folder, why),
        why);
  }

  @Override
  public void close() {
    Utils.closeQuietly(channel, "lock file");
    HELD.remove(folder);
  }
}
