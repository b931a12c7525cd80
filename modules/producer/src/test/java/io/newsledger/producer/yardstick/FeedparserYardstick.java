package io.newsledger.producer.yardstick;

import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.feed.FeedReader;
import io.newsledger.producer.page.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads all feeds of the tests of kurtmckee/feedparser, and compares where the expectation inside a
 * well-formed one is the value of a field that Newsledger uses. Content and summaries are compared
 * as the text that is shown, since that project's subject there is which markup is kept. Files
 * called {@code http_*} are read only: what is expected of them follows from a server's headers.
 */
final class FeedparserYardstick {
  private static final Pattern EXPECTATION =
      Pattern.compile(
          "Expect:\\s*(?:not bozo and )?(feed|entries\\[(\\d+)\\])\\[u?'(\\w+)'\\]"
              + "(?:\\[0\\]\\[u?'(value)'\\]|\\[u?'(name)'\\])?\\s*==\\s*u?(?:'((?:[^'\\\\]|\\\\.)*)'"
              + "|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*$",
          Pattern.MULTILINE);

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([nrt'\"\\\\]))");

  private int compared;
  private int agreed;

  private FeedparserYardstick() {}

  /**
   * Runs it.
   *
   * @param arguments the checkout; anything after it to see each difference
   */
  public static void main(String... arguments) throws IOException {
    FeedparserYardstick yardstick = new FeedparserYardstick();
    int read = 0;
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]).resolve("tests"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".xml")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Feed feed = FeedReader.read(bytes);
        read++;
        boolean served = file.getFileName().toString().startsWith("http_");
        if (file.toString().contains("wellformed") && !served) {
          yardstick.compare(file, bytes, feed, arguments.length > 1);
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

  private void compare(Path file, byte[] bytes, Feed feed, boolean verbose) {
    Matcher matcher = EXPECTATION.matcher(new String(bytes, StandardCharsets.UTF_8));
    if (!matcher.find()) {
      return;
    }
    String field = matcher.group(3);
    String part = matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
    int index = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
    Optional<Optional<String>> ours = ours(feed, index, field, part);
    if (ours.isEmpty()) {
      return;
    }
    boolean markup = List.of("content", "description", "summary").contains(field);
    String quoted = matcher.group(6) != null ? matcher.group(6) : matcher.group(7);
    String told = unquoted(quoted);
    String found = shown(ours.get().orElse(""), markup);
    // A title is plain text here already; there it may be markup.
    boolean same =
        found.equals(shown(told, markup))
            || (field.equals("title") && shown(found, true).equals(shown(told, true)));
    compared++;
    if (same) {
      agreed++;
    } else if (verbose) {
      System.out.println(file + " " + field + "\n  expected " + told + "\n  found    " + found);
    }
  }

  /** Our value of a field; empty for fields that are not used. */
  private static Optional<Optional<String>> ours(Feed feed, int index, String field, String part) {
    if (index < 0) {
      return switch (field) {
        case "title" -> Optional.of(feed.title());
        case "link" -> Optional.of(feed.link());
        case "language" -> Optional.of(feed.language());
        default -> Optional.empty();
      };
    } else if (index >= feed.entries().size()) {
      return Optional.of(Optional.empty());
    }
    Feed.Entry entry = feed.entries().get(index);
    return switch (field) {
      case "title" -> Optional.of(entry.title());
      case "link" -> Optional.of(entry.link());
      case "id", "guid" -> Optional.of(entry.id());
      case "published" -> Optional.of(entry.published());
      case "updated" -> Optional.of(entry.updated());
      case "author_detail" -> "name".equals(part) ? Optional.of(entry.author()) : Optional.empty();
      case "content" -> Optional.of(entry.content());
      case "description", "summary" -> Optional.of(entry.summary().or(entry::content));
      default -> Optional.empty();
    };
  }

  private static String shown(String value, boolean markup) {
    String text = markup ? PageReader.text(value) : value;
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String unquoted(String literal) {
    return ESCAPE
        .matcher(literal)
        .replaceAll(
            match -> {
              String digits = match.group(1) != null ? match.group(1) : match.group(2);
              String value =
                  digits != null
                      ? String.valueOf((char) Integer.parseInt(digits, 16))
                      : switch (match.group(3)) {
                        case "n" -> "\n";
                        case "r" -> "\r";
                        case "t" -> "\t";
                        default -> match.group(3);
                      };
              return Matcher.quoteReplacement(value);
            });
  }
}
