package io.newsledger.producer.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something offered, not opened yet.
 *
 * @param source what it is counted under, such as the folder it was found in
 * @param origin where it comes from, in full, as rejects tell it
 * @param name its file name, whose ending says of what kind it is
 * @param content opens it
 */
public record Input(String source, String origin, String name, Content content) {
  /** Opens what is offered. */
  public interface Content {
    /** The bytes; closed by who opened them. */
    InputStream open() throws IOException;

    /** How many bytes there are, if that can be told without reading them. */
    OptionalLong size() throws IOException;
  }

  public Input {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }

  /** The name without its ending. */
  public String id() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** A file, which need be neither there nor readable yet. */
  public static Input file(Path path) {
    Path full = path.toAbsolutePath().normalize();
    Path name = full.getFileName();
    return new Input(
        full.toString(),
        full.toString(),
        name == null ? "" : name.toString(),
        new FileContent(full));
  }

  /**
   * A stream that can be read once, such as standard input.
   *
   * @param name a file name, for its ending
   */
  public static Input stream(String origin, String name, InputStream stream) {
    return new Input(origin, origin, name, new StreamContent(stream));
  }

  /** The same, counted under something else. */
  public Input countedAs(String other) {
    return new Input(other, origin, name, content);
  }

  /**
   * One of the documents that it holds.
   *
   * @param place where in it, as a number or an address
   * @param bytes the document's own
   */
  public Input part(String place, byte[] bytes) {
    String number = place.contains(" ") ? place.substring(0, place.indexOf(' ')) : place;
    String ending = name.substring(id().length());
    InputStream stream = new ByteArrayInputStream(bytes);
    return new Input(
        source, origin + "#" + place, id() + "#" + number + ending, new StreamContent(stream));
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
