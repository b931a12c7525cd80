package io.newsledger.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.util.Version;

/**
 * The version of all that decides how an article is read: this module's classes and data, hashed,
 * and the release of the language library. Whoever changes a rule need not remember to count.
 */
final class ModuleVersion {
  private static final int HASH_BYTES = 8;
  private static final String ROOT = "io/newsledger/extraction";

  private ModuleVersion() {}

  /**
   * 16 hexadecimal digits.
   *
   * @throws UncheckedIOException if the module's own files cannot be read
   */
  static String read() {
    try {
      URI place = location().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return hash(path.resolve(ROOT));
      }
      URI jar = URI.create("jar:" + place);
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return hash(files.getPath(ROOT));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the extraction module's own files", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path names no place for " + ROOT, e);
    }
  }

  private static URL location() {
    return ModuleVersion.class.getProtectionDomain().getCodeSource().getLocation();
  }

  private static String hash(Path root) throws IOException {
    MessageDigest digest = sha256();
    digest.update(Version.currentVersion().toString().getBytes(StandardCharsets.UTF_8));
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).sorted(ModuleVersion::byName).toList();
    }
    for (Path file : files) {
      digest.update(name(root, file).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
  }

  private static int byName(Path one, Path other) {
    return one.toString().replace('\\', '/').compareTo(other.toString().replace('\\', '/'));
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
