package io.newsledger.app.pipeline;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Gives every state store its part of the memory that stands in the settings. */
public final class SharedRocksMemory implements RocksDBConfigSetter {
  /** Setting that holds the {@link RocksMemory}. */
  static final String MEMORY = "newsledger.rocksdb.memory";

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    if (settings.get(MEMORY) instanceof RocksMemory memory) {
      memory.share(options);
    } else {
      throw new IllegalArgumentException("the setting " + MEMORY + " is missing");
    }
  }

  @Override
  public void close(String store, Options options) {
    // What it was given is shared, and closed with the instance.
  }
}
