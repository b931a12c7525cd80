package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.extraction.evaluation.Annotation;
import io.newsledger.extraction.evaluation.AnnotationJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of annotations, one file an article: {@code NAME.json}. */
final class GoldFolder {
  private static final String ENDING = ".json";
  private static final int MOST_BYTES = 10_000_000;

  /**
   * One article's annotation.
   *
   * @param name its file's name, without the ending
   * @param annotation what the article claims
   */
  record Entry(String name, Annotation annotation) {}

  private final Path folder;

  GoldFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * All annotations, in order of their files' names.
   *
   * @throws CommandFailure if there is none, or one cannot be read; the message says which and why
   */
  List<Entry> read() {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new CommandFailure("the folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
    if (files.isEmpty()) {
      throw new CommandFailure(
          "no gold in " + folder + ": one JSON file for each article is looked for");
    }
    AnnotationJson json = new AnnotationJson();
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      entries.add(
          new Entry(name.substring(0, name.length() - ENDING.length()), annotation(json, file)));
    }
    return entries;
  }

  private static Annotation annotation(AnnotationJson json, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new CommandFailure(file + " is too large for the annotation of one article");
      }
      return json.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(file + " is no annotation: " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new CommandFailure(file + " is not in UTF-8", e);
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
