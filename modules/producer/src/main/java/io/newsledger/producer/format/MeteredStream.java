package io.newsledger.producer.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which so many bytes may be read as were allowed last; more of them break it off. */
final class MeteredStream extends FilterInputStream {
  private long left;

  /** Nothing may be read of it yet. */
  MeteredStream(InputStream in) {
    super(in);
  }

  /** Allows so many bytes from here on, whatever was left. */
  void allow(long bytes) {
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    check();
    int octet = super.read();
    left -= octet < 0 ? 0 : 1;
    return octet;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    check();
    int read = super.read(into, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws IOException {
    if (left <= 0) {
      throw new IOException("one part of it has no end");
    }
  }
}
