package io.newsledger.producer.reading;

import io.newsledger.events.RejectReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The header of a text: YAML between a first line {@code ---} and the next line {@code ---} or
 * {@code ...}. Names of fields count without regard to case, hyphens and underscores.
 *
 * @param fields values by name in its normal form
 */
record FrontMatter(Map<String, Object> fields) {
  private static final Pattern OPENING = Pattern.compile("---[ \\t]*\\n");
  private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$\\n?");
  private static final int MAX_CHARACTERS = 64 * 1024;

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
    return new Parted(parse(yaml), text.substring(closing.end()));
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

  private static FrontMatter parse(String yaml) throws Refusal {
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowNonScalarKeys(false)
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    Object loaded;
    try {
      loaded = new Load(settings).loadFromString(yaml);
    } catch (MarkedYamlEngineException e) {
      String line =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 2) + ": ").orElse("");
      throw broken(line + e.getProblem() + "; a value that holds \": \" needs quotes");
    } catch (YamlEngineException e) {
      throw broken(e.getMessage());
    }
    if (loaded == null) {
      return new FrontMatter(Map.of());
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      throw broken("it has no fields like title: ...");
    }
    Map<String, Object> fields = new HashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            fields.putIfAbsent(normal(String.valueOf(key)), value);
          }
        });
    return new FrontMatter(fields);
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
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

  Optional<Instant> published() throws Refusal {
    return time(PUBLISHED);
  }

  Optional<Instant> modified() throws Refusal {
    return time(MODIFIED);
  }

  /** Whether the header says that the article was withdrawn. */
  boolean withdrawn() throws Refusal {
    Object flag = fields.get("withdrawn");
    if (flag != null && !(flag instanceof Boolean)) {
      throw broken("withdrawn is true or false, not " + flag + "; its day goes to modified");
    }
    return Boolean.TRUE.equals(flag)
        || text(List.of("status"))
            .filter(status -> status.toLowerCase(Locale.ROOT).equals("withdrawn"))
            .isPresent();
  }

  private Optional<Instant> time(List<String> names) throws Refusal {
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
      Object value = fields.get(name);
      if (value instanceof Map || value instanceof List) {
        throw broken(name + " must be one value");
      }
      if (value != null && !value.toString().isBlank()) {
        return Optional.of(value.toString().strip());
      }
    }
    return Optional.empty();
  }

  static Refusal broken(String why) {
    return new Refusal(RejectReason.FRONT_MATTER, "the front matter cannot be used: " + why);
  }
}
