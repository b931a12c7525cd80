package io.newsledger.producer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something offered, not opened yet.
 *
 * @param origin where it comes from, in full, as rejects tell it
 * @param name its file name, whose ending says of what kind it is
 * @param content opens it
 * @param address where a page was found, if that is known
 */
public record Input(String origin, String name, Content content, Optional<String> address) {
  /** Opens what is offered. */
  public interface Content {
    /** The bytes; closed by who opened them. */
    InputStream open() throws IOException;

    /** How many bytes there are, if that can be told without reading them. */
    OptionalLong size() throws IOException;
  }

  public Input {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /** Something whose address is not known. */
  public Input(String origin, String name, Content content) {
    this(origin, name, content, Optional.empty());
  }

  /** The same, found at this address. */
  public Input at(String found) {
    return new Input(origin, name, content, Optional.of(found));
  }

  /** The name without its ending, and of one document among many its place in the input. */
  public String id() {
    int dot = name.lastIndexOf('.');
    int place = origin.lastIndexOf(name + "#");
    return (dot > 0 ? name.substring(0, dot) : name)
        + (place < 0 ? "" : origin.substring(place + name.length()));
  }

  /** A file, which need be neither there nor readable yet. */
  public static Input file(Path path) {
    Path full = path.toAbsolutePath().normalize();
    Path name = full.getFileName();
    return new Input(full.toString(), name == null ? "" : name.toString(), new FileContent(full));
  }

  /**
   * A stream that can be read once, such as standard input.
   *
   * @param name a file name, for its ending
   */
  public static Input stream(String origin, String name, InputStream stream) {
    return new Input(origin, name, new StreamContent(stream));
  }

  private record FileContent(Path path) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public OptionalLong size() throws IOException {
      if (Files.isDirectory(path)) {
        throw new IOException(
            "a folder that cannot be gone through: see its permissions, and whether a link in it"
                + " leads back above it");
      }
      // Only of regular files is the size known; a pipe says 0.
      return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
    }
  }

  private record StreamContent(InputStream stream) implements Content {
    @Override
    public InputStream open() {
      return stream;
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }
  }
}
