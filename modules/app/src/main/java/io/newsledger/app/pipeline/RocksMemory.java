package io.newsledger.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Memory that all state stores of an instance share, so that it does not grow with their number.
 * Closed after the last store.
 */
final class RocksMemory implements AutoCloseable {
  private static final long MEBIBYTE = 1024 * 1024;

  /** Blocks read, indexes and filters, and within it what is written and not on disk yet. */
  private static final long CACHE = 96 * MEBIBYTE;

  private static final long WRITTEN = 48 * MEBIBYTE;

  /** Of one store: many small stores share what there is. */
  private static final long WRITE_BUFFER = 4 * MEBIBYTE;

  private final Cache cache = new LRUCache(CACHE);
  private final WriteBufferManager written = new WriteBufferManager(WRITTEN, cache);

  private RocksMemory() {}

  /**
   * Loads the native library, unless this process has, and makes the memory.
   *
   * @param folder where the library is unpacked; in a folder for temporary files each kill would
   *     leave one behind
   */
  static RocksMemory load(Path folder) throws IOException {
    Files.createDirectories(folder);
    NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
    RocksDB.loadLibrary();
    return new RocksMemory();
  }

  void share(Options options) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(cache);
      table.setCacheIndexAndFilterBlocks(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(written);
    options.setWriteBufferSize(WRITE_BUFFER);
  }

  @Override
  public void close() {
    written.close();
    cache.close();
  }
}
