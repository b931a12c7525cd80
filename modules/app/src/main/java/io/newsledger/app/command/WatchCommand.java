package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.producer.feed.Opml;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.watch.AddressGuard;
import io.newsledger.producer.watch.FeedMemory;
import io.newsledger.producer.watch.FeedVisit;
import io.newsledger.producer.watch.Fetcher;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Articles from feeds, as they come. */
@Command(
    name = "watch",
    description = {
      "Read feeds (RSS, Atom, JSON Feed) into a running pipeline, again and again, until Ctrl-C or,"
          + " with --once, once. Where a feed has only a teaser, the linked page is read.",
      "A feed is asked for what changed since the last time, and seldom if it fails; a slow one holds"
          + " up no other. What is known of feeds is kept in feeds.json in the data folder.",
      "Addresses that lead into private networks are refused, unless --allow-private is given."
    })
public final class WatchCommand implements Callable<Integer> {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Parameters(arity = "0..*", paramLabel = "FEED", description = "Addresses of feeds.")
  private List<String> addresses = List.of();

  @Option(names = "--opml", paramLabel = "FILE", description = "A list of feeds, in OPML.")
  private List<Path> lists = List.of();

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      defaultValue = "15m",
      description =
          "Time between two visits of a feed, as 90s, 15m, 2h; default: ${DEFAULT-VALUE}.")
  private String interval;

  @Option(
      names = "--once",
      description = "Visit each feed once, but for those that failed and have to wait, and end.")
  private boolean once;

  @Option(
      names = "--allow-private",
      description = "Fetch from private addresses too, as for feeds of one's own network.")
  private boolean allowPrivate;

  public WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Duration between = between();
    Set<URI> feeds = feeds();
    if (feeds.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give addresses of feeds, or --opml FILE");
    }
    Ending ending = new Ending();
    Ingestion ingestion = new Ingestion(broker.connection(), ending, context.progress());
    ArticleReader reader = published.reader();
    FeedVisit visits =
        new FeedVisit(
            new Fetcher(client(), guard(), Fetcher.Limits.USUAL), reader, context.clock(), between);
    context.stop().onStop(ending::stop);
    try (ArticleProducer producer = ingestion.open(reader)) {
      FeedMemory memory = FeedMemory.in(memory());
      new Watching(producer, memory, ending, context).run(feeds, visits, once);
    } catch (IngestException | IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
    return 0;
  }

  private Path memory() throws IOException {
    return Files.createDirectories(broker.folder()).resolve("feeds.json");
  }

  private Duration between() {
    try {
      Duration given = Duration.parse("PT" + interval);
      if (given.compareTo(SHORTEST) >= 0 && given.compareTo(LONGEST) <= 0) {
        return given;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    throw new ParameterException(
        spec.commandLine(),
        "--interval is a time such as 90s, 15m or 2h, up to 168h, not " + interval);
  }

  private Set<URI> feeds() {
    List<String> all = new ArrayList<>(addresses);
    for (Path list : lists) {
      try {
        List<String> named = Opml.feeds(Files.readAllBytes(list));
        if (named.isEmpty()) {
          throw new CommandFailure(list + " names no feeds: is it OPML?");
        }
        all.addAll(named);
      } catch (IOException e) {
        throw new CommandFailure("cannot read " + list + ": " + e, e);
      }
    }
    Set<URI> feeds = new LinkedHashSet<>();
    all.forEach(address -> feeds.add(address(address)));
    return feeds;
  }

  private URI address(String text) {
    try {
      URI address = URI.create(text.strip());
      if (address.getHost() != null && address.getScheme().matches("(?i)https?")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new ParameterException(
        spec.commandLine(), "'" + text + "' is no address of a feed, as in https://host/path");
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private AddressGuard guard() {
    AddressGuard.Resolver resolver = host -> List.of(InetAddress.getAllByName(host));
    return allowPrivate ? AddressGuard.none(resolver) : AddressGuard.publicOnly(resolver);
  }
}
