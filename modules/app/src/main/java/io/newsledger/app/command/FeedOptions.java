package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Watching;
import io.newsledger.producer.feed.Opml;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which feeds are watched, and how. */
final class FeedOptions {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  @Option(
      names = "--opml",
      paramLabel = "FILE",
      description = "List of feeds to watch, in OPML; may be given several times.")
  private List<Path> lists = List.of();

  @Option(
      names = "--interval",
      paramLabel = "MINUTES",
      defaultValue = "15",
      description = "Minutes between two visits of a feed; default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--any-address",
      description =
          "Fetch from addresses that are not public, too (this machine, private networks), which"
              + " feeds could otherwise be made to reach.")
  private boolean anyAddress;

  /**
   * The watch that these options and addresses ask for.
   *
   * @throws CommandFailure if a list cannot be read or something is no address
   */
  Watching watching(List<String> addresses, boolean once) {
    List<String> all = new ArrayList<>(addresses);
    for (Path list : lists) {
      List<String> feeds = Opml.feeds(bytes(list));
      if (feeds.isEmpty()) {
        throw new CommandFailure(list + " names no feed: OPML with xmlUrl attributes is looked for");
      }
      all.addAll(feeds);
    }
    if (minutes < 1) {
      throw new CommandFailure("--interval must be 1 or more, not " + minutes);
    }
    return new Watching(
        all.stream().map(FeedOptions::address).toList(),
        Duration.ofMinutes(minutes),
        anyAddress,
        once);
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new CommandFailure(file + " is too large for a list of feeds");
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + file + ": " + e, e);
    }
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text.strip());
      if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
        return address;
      }
      throw new CommandFailure(text + " is no address of a feed: write it as https://host/path");
    } catch (URISyntaxException e) {
      throw new CommandFailure(text + " is no address of a feed: " + e.getMessage(), e);
    }
  }
}
