package io.newsledger.extraction.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the line-based resources that grammars and vocabularies are kept in. */
public final class Lines {
  private Lines() {}

  /**
   * The lines of a resource without comments ({@code #} at the start) and empty ones, each cut at
   * tabs or at two and more spaces.
   *
   * @throws IllegalStateException if there is no such resource
   */
  public static List<List<String>> columns(Class<?> beside, String resource) {
    InputStream in = beside.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("no resource " + resource + " beside " + beside.getName());
    }
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.strip().split("\t+\\s*|\\s{2,}", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
    return List.copyOf(rows);
  }
}
