package io.newsledger.extraction.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The data files, read.
 *
 * @param entities organisations, then units, then products, each in the order of its file
 * @param otherNames phrases that contain an entity's name and mean something else
 * @param version hash of the files' contents, 16 hexadecimal digits
 */
record ReferenceData(List<Entity> entities, List<String> otherNames, String version) {
  private static final String LIST_SEPARATOR = ";";

  ReferenceData {
    entities = List.copyOf(entities);
    otherNames = List.copyOf(otherNames);
  }

  /**
   * Reads the files that come with this package.
   *
   * @throws IllegalStateException if a file is missing or a row is malformed; names file and line
   */
  static ReferenceData load() {
    MessageDigest digest = sha256();
    List<Entity> entities = new ArrayList<>();
    for (Row row : rows("organisations.tsv", 6, digest)) {
      entities.add(organisation(row));
    }
    for (Row row : rows("units.tsv", 7, digest)) {
      entities.add(owned(row, EntityMention.Kind.UNIT, Entity.Series.NONE, row.cell(2), 3));
    }
    for (Row row : rows("products.tsv", 7, digest)) {
      entities.add(owned(row, EntityMention.Kind.PRODUCT, series(row, 2), "", 3));
    }
    List<String> otherNames = new ArrayList<>();
    for (Row row : rows("other-names.tsv", 1, digest)) {
      otherNames.add(row.cell(0));
    }
    String hash = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    return new ReferenceData(entities, otherNames, hash);
  }

  private static Entity organisation(Row row) {
    return new Entity(
        EntityMention.Kind.ORGANISATION,
        row.cell(0),
        row.cell(0),
        null,
        constant(Sector.class, row, 1),
        names(row, 2),
        Entity.Series.NONE,
        wikidata(row, 5));
  }

  private static Entity owned(
      Row row, EntityMention.Kind kind, Entity.Series series, String unit, int names) {
    return new Entity(
        kind,
        row.cell(0),
        row.required(1),
        unit.isEmpty() ? row.cell(0) : unit,
        null,
        names(row, names),
        series,
        wikidata(row, names + 3));
  }

  /** The canonical name and the three columns of further names, which start at {@code column}. */
  private static List<Name> names(Row row, int column) {
    List<String> plain = row.list(column);
    List<String> shared = row.list(column + 1);
    List<String> words = row.list(column + 2);
    List<Name> names = new ArrayList<>();
    String canonical = row.required(0);
    if (!shared.contains(canonical) && !words.contains(canonical)) {
      names.add(new Name(canonical, Name.Ambiguity.NONE));
    }
    plain.forEach(text -> names.add(new Name(text, Name.Ambiguity.NONE)));
    shared.forEach(text -> names.add(new Name(text, Name.Ambiguity.SHARED)));
    words.forEach(text -> names.add(new Name(text, Name.Ambiguity.WORD)));
    return names;
  }

  private static Entity.Series series(Row row, int column) {
    return row.cell(column).isEmpty()
        ? Entity.Series.NONE
        : constant(Entity.Series.class, row, column);
  }

  private static Optional<String> wikidata(Row row, int column) {
    String item = row.cell(column);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    if (!item.matches("Q[1-9][0-9]*")) {
      throw row.malformed("not a Wikidata item: " + item);
    }
    return Optional.of(item);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, Row row, int column) {
    String text = row.required(column);
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw row.malformed("no " + type.getSimpleName() + " is called " + text);
    }
  }

  private static List<Row> rows(String file, int columns, MessageDigest digest) {
    String text;
    try (InputStream in = ReferenceData.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("reference data missing from the class path: " + file);
      }
      byte[] bytes = in.readAllBytes();
      digest.update(bytes);
      text = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reference data unreadable: " + file, e);
    }
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isEmpty() && !line.startsWith("#")) {
        Row row = new Row(file, number, List.of(line.split("\t", -1)));
        if (row.cells().size() != columns) {
          throw row.malformed(row.cells().size() + " columns, expected " + columns);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Row(String file, int line, List<String> cells) {
    String cell(int column) {
      return cells.get(column);
    }

    String required(int column) {
      String text = cells.get(column);
      if (text.isEmpty()) {
        throw malformed("column " + (column + 1) + " is empty");
      }
      return text;
    }

    List<String> list(int column) {
      String text = cells.get(column);
      return text.isEmpty() ? List.of() : List.of(text.split(LIST_SEPARATOR, -1));
    }

    IllegalStateException malformed(String reason) {
      return new IllegalStateException(file + ", line " + line + ": " + reason);
    }
  }
}
