package io.newsledger.app.pipeline;

import io.newsledger.producer.input.Input;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How far reading has come: files and bytes of them. */
final class Reach {
  private static final double MEGABYTE = 1e6;

  private final int files;
  private final AtomicLong bytes = new AtomicLong();
  private int begun;

  Reach(int files) {
    this.files = files;
  }

  /** The inputs, counted as they are taken and read. */
  Iterator<Input> over(Iterator<Input> inputs) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return inputs.hasNext();
      }

      @Override
      public Input next() {
        begun++;
        Input input = inputs.next();
        return new Input(
            input.source(), input.origin(), input.name(), new Counted(input.content(), bytes));
      }
    };
  }

  /** "read 1234 articles, 56 MB of 3 of 17 files"; of one file, how much of it. */
  String told(long offered) {
    String megabytes = Math.round(bytes.get() / MEGABYTE) + " MB";
    return "read "
        + offered
        + " documents, "
        + megabytes
        + (files == 1 ? "" : " of " + begun + " of " + files + " files");
  }

  private record Counted(Input.Content content, AtomicLong bytes) implements Input.Content {
    @Override
    public InputStream open() throws IOException {
      return new FilterInputStream(content.open()) {
        @Override
        public int read() throws IOException {
          int octet = super.read();
          bytes.addAndGet(octet < 0 ? 0 : 1);
          return octet;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
          int read = super.read(to, from, length);
          bytes.addAndGet(Math.max(0, read));
          return read;
        }

        @Override
        public boolean markSupported() {
          return false;
        }
      };
    }

    @Override
    public OptionalLong size() throws IOException {
      return content.size();
    }
  }
}
