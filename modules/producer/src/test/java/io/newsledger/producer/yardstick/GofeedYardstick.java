package io.newsledger.producer.yardstick;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.feed.FeedReader;
import io.newsledger.producer.feed.JsonFeed;
import io.newsledger.producer.format.Json;
import io.newsledger.producer.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the feeds of mmcdole/gofeed's test data that stand beside the common form that project
 * expects of them, and compares the fields that Newsledger uses.
 */
final class GofeedYardstick {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final boolean verbose;
  private int compared;
  private int agreed;

  private GofeedYardstick(boolean verbose) {
    this.verbose = verbose;
  }

  /**
   * Runs it.
   *
   * @param arguments the checkout; anything after it to see each difference
   */
  public static void main(String... arguments) throws IOException {
    GofeedYardstick yardstick = new GofeedYardstick(arguments.length > 1);
    Path data = Path.of(arguments[0]).resolve("testdata").resolve("translator");
    int read = 0;
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
        Path expected = Path.of(file.toString().replace(".xml", ".json"));
        if (Files.exists(expected)) {
          read++;
          Feed feed = FeedReader.read(Files.readAllBytes(file));
          yardstick.compare(file, feed, JSON.readTree(expected.toFile()));
        }
      }
    }
    try (Stream<Path> files = Files.list(data.resolve("json"))) {
      for (Path file :
          files.filter(path -> !path.toString().contains("expected")).sorted().toList()) {
        Path expected = Path.of(file.toString().replace(".json", "_expected.json"));
        if (Files.exists(expected)) {
          read++;
          Feed feed = JsonFeed.of(Json.parse(Files.readAllBytes(file)));
          yardstick.compare(file, feed, JSON.readTree(expected.toFile()));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d feeds read; %d of %d fields agree: %.3f%n",
        read,
        yardstick.agreed,
        yardstick.compared,
        (double) yardstick.agreed / yardstick.compared);
  }

  private void compare(Path file, Feed feed, JsonNode expected) {
    field(file, expected, "title", feed.title());
    field(file, expected, "link", feed.link());
    field(file, expected, "language", feed.language());
    int index = 0;
    for (JsonNode item : expected.path("items")) {
      Optional<Feed.Entry> entry =
          index < feed.entries().size() ? Optional.of(feed.entries().get(index)) : Optional.empty();
      field(file, item, "title", entry.flatMap(Feed.Entry::title));
      field(file, item, "link", entry.flatMap(Feed.Entry::link));
      field(file, item, "guid", entry.flatMap(Feed.Entry::id));
      field(file, item, "published", entry.flatMap(Feed.Entry::published));
      field(file, item, "updated", entry.flatMap(Feed.Entry::updated));
      field(file, item, "content", entry.flatMap(Feed.Entry::content));
      field(file, item, "description", entry.flatMap(Feed.Entry::summary));
      field(file, item.path("author"), "name", entry.flatMap(Feed.Entry::author));
      index++;
    }
  }

  private void field(Path file, JsonNode expected, String name, Optional<String> found) {
    if (!expected.path(name).isTextual() || expected.path(name).asText().isBlank()) {
      return;
    }
    String theirs = shown(expected.path(name).asText());
    String ours = shown(found.orElse(""));
    compared++;
    if (ours.equals(theirs)) {
      agreed++;
    } else if (verbose) {
      System.out.println(file + " " + name + "\n  expected " + theirs + "\n  found    " + ours);
    }
  }

  private static String shown(String value) {
    return PageReader.text(value).replaceAll("\\s+", " ").strip();
  }
}
