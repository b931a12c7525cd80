package io.newsledger.producer.reading;

import io.newsledger.events.RejectReason;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a text: YAML between a first line {@code ---} and the next line {@code ---} or
 * {@code ...}. Names of fields count without regard to case, hyphens and underscores.
 *
 * @param fields values by name in its normal form; empty for what is no single value
 */
record FrontMatter(Map<String, Optional<String>> fields) {
  private static final Pattern OPENING = Pattern.compile("---[ \\t]*\\n");
  private static final Pattern CLOSING = Pattern.compile("(?md)^(?:---|\\.\\.\\.)[ \\t]*$\\n?");
  private static final int MAX_CHARACTERS = 256 * 1024;

  private static final List<String> TITLE = List.of("title", "headline");
  private static final List<String> PUBLISHED =
      List.of("published", "publishedat", "pubdate", "datepublished", "date");
  private static final List<String> MODIFIED =
      List.of("modified", "modifiedat", "datemodified", "updated", "updatedat", "lastmod");
  private static final List<String> SOURCE = List.of("source", "publisher", "publication");
  private static final List<String> URL = List.of("url", "canonicalurl", "canonical", "link");

  FrontMatter {
    fields = Map.copyOf(fields);
  }

  /**
   * A text parted into its header and the rest.
   *
   * @param header the header; without fields if there is none
   * @param body all behind it
   */
  record Parted(FrontMatter header, String body) {}

  static Parted part(String text) throws Refusal {
    Matcher opening = OPENING.matcher(text);
    if (!opening.lookingAt()) {
      return new Parted(new FrontMatter(Map.of()), text);
    }
    Matcher closing = CLOSING.matcher(text);
    if (!closing.find(opening.end())) {
      throw broken("it begins with --- but no later line --- ends it");
    }
    String yaml = text.substring(opening.end(), closing.start());
    if (yaml.length() > MAX_CHARACTERS) {
      throw broken("it is longer than " + MAX_CHARACTERS + " characters");
    }
    return new Parted(new FrontMatter(HeaderYaml.fields(yaml)), text.substring(closing.end()));
  }

  /** The header as text, for a look before its encoding is known; empty if there is none. */
  static String head(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    Matcher opening = OPENING.matcher(lines);
    Matcher closing = CLOSING.matcher(lines);
    return opening.lookingAt() && closing.find(opening.end())
        ? lines.substring(opening.end(), closing.start())
        : "";
  }

  Optional<String> title() throws Refusal {
    return text(TITLE);
  }

  Optional<String> source() throws Refusal {
    return text(SOURCE);
  }

  Optional<String> url() throws Refusal {
    return text(URL);
  }

  Optional<Times.Stamp> published() throws Refusal {
    return time(PUBLISHED);
  }

  Optional<Times.Stamp> modified() throws Refusal {
    return time(MODIFIED);
  }

  /** Whether the header says that the article was withdrawn. */
  boolean withdrawn() throws Refusal {
    String flag = text(List.of("withdrawn")).map(told -> told.toLowerCase(Locale.ROOT)).orElse("");
    return switch (flag) {
      case "true", "yes" -> true;
      case "", "false", "no" ->
          text(List.of("status"))
              .filter(status -> status.toLowerCase(Locale.ROOT).equals("withdrawn"))
              .isPresent();
      default ->
          throw broken("withdrawn is true or false, not " + flag + "; its day goes to modified");
    };
  }

  private Optional<Times.Stamp> time(List<String> names) throws Refusal {
    Optional<String> told = text(names);
    if (told.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Times.parse(told.get()));
    } catch (DateTimeException e) {
      throw broken(
          told.get() + " is no date: write 2026-03-05 or 2026-03-05T14:30:00+01:00, see " + names);
    }
  }

  private Optional<String> text(List<String> names) throws Refusal {
    for (String name : names) {
      Optional<String> value = fields.get(name);
      if (value == null) {
        continue;
      }
      String text = value.orElseThrow(() -> broken(name + " must be one plain value")).strip();
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  static Refusal broken(String why) {
    return new Refusal(RejectReason.FRONT_MATTER, "the front matter cannot be used: " + why);
  }
}
