package io.newsledger.producer.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.feed.FeedReader;
import io.newsledger.producer.feed.JsonFeed;
import io.newsledger.producer.format.FeedDocuments;
import io.newsledger.producer.format.Json;
import io.newsledger.producer.format.PageDocuments;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Visits a feed once: asks for it, reads what is new, and says when to come again. */
public final class FeedVisit {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int GONE = 410;

  /** Shorter texts are teasers, whose full text stands on the linked page. */
  private static final int TEASER = 800;

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  /** Pages are fetched one by one; what is left of a long feed waits for its next turn. */
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(2);

  /** Then the teaser is taken for the text. */
  private static final int MOST_TRIES = 5;

  private final Fetcher fetcher;
  private final ArticleReader articles;
  private final Clock clock;
  private final Duration interval;

  /**
   * What a visit brought.
   *
   * @param state what is known now
   * @param offers new entries
   * @param trouble why the feed could not be had, if it could not
   */
  public record Result(FeedState state, List<Offer> offers, Optional<String> trouble) {
    public Result {
      offers = List.copyOf(offers);
    }
  }

  /**
   * For visits of any feed.
   *
   * @param interval between two visits that succeed; after failures it doubles each time, up to a
   *     day
   */
  public FeedVisit(Fetcher fetcher, ArticleReader articles, Clock clock, Duration interval) {
    this.fetcher = fetcher;
    this.articles = articles;
    this.clock = clock;
    this.interval = interval;
  }

  /** Visits a feed; trouble is a result too. */
  public Result visit(FeedState state) throws InterruptedException {
    try {
      Fetcher.Answer answer = fetcher.fetch(state.address(), state.etag(), state.lastModified());
      URI address = answer.moved().orElse(state.address());
      return switch (answer.status()) {
        case OK -> read(state, address, answer);
        case NOT_MODIFIED ->
            new Result(
                after(
                    state.given(),
                    address,
                    state.etag(),
                    state.lastModified(),
                    state.seen(),
                    state.tried()),
                List.of(),
                Optional.empty());
        case GONE ->
            new Result(
                new FeedState(
                    state.given(),
                    address,
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Map.of(),
                    0,
                    state.next(),
                    true),
                List.of(),
                Optional.of(address + " is gone and will not be asked again"));
        default ->
            failed(state, answer.address() + " answers " + answer.status(), retryAfter(answer));
      };
    } catch (IOException e) {
      return failed(state, state.address() + ": " + e.getMessage(), Optional.empty());
    }
  }

  private FeedState after(
      URI given,
      URI address,
      Optional<String> etag,
      Optional<String> lastModified,
      Set<String> seen,
      Map<String, Integer> tried) {
    return new FeedState(
        given, address, etag, lastModified, seen, tried, 0, clock.instant().plus(interval), false);
  }

  Result failed(FeedState state, String why, Optional<Instant> notBefore) {
    int failures = Math.min(state.failures() + 1, 30);
    Duration doubled = interval.multipliedBy(1L << Math.min(failures, 16));
    Instant now = clock.instant();
    Instant backedOff = now.plus(doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled);
    Instant latest = now.plus(LONGEST_WAIT.multipliedBy(7));
    Instant next = notBefore.filter(time -> time.isAfter(backedOff)).orElse(backedOff);
    return new Result(
        new FeedState(
            state.given(),
            state.address(),
            state.etag(),
            state.lastModified(),
            state.seen(),
            state.tried(),
            failures,
            next.isAfter(latest) ? latest : next,
            false),
        List.of(),
        Optional.of(why));
  }

  /** In seconds or as a time. */
  private Optional<Instant> retryAfter(Fetcher.Answer answer) {
    String told = answer.header("retry-after").orElse("").strip();
    if (told.matches("\\d{1,9}")) {
      return Optional.of(clock.instant().plusSeconds(Long.parseLong(told)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(told, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Result read(FeedState state, URI address, Fetcher.Answer answer)
      throws InterruptedException {
    Feed feed;
    try {
      feed = feed(answer);
    } catch (JsonProcessingException e) {
      return failed(state, address + " " + Json.why(e), Optional.empty());
    }
    if (feed.entries().isEmpty() && feed.title().isEmpty() && feed.link().isEmpty()) {
      return failed(state, address + " answers with something that is no feed", Optional.empty());
    }
    Instant latest = clock.instant().plus(LONGEST_VISIT);
    List<Offer> offers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, Integer> tried = new HashMap<>();
    boolean whole = true;
    for (Feed.Entry entry : feed.entries()) {
      String key = key(entry);
      if (state.seen().contains(key)) {
        seen.add(key);
        continue;
      } else if (clock.instant().isAfter(latest)) {
        whole = false;
        break;
      }
      int tries = state.tried().getOrDefault(key, 0) + 1;
      Offer offer = offer(address, feed, entry, tries);
      offers.add(offer);
      // A page that could not be had is asked for again.
      if (offer.reading() instanceof Reading.Refused refused
          && refused.reason() == RejectReason.UNREADABLE
          && tries < MOST_TRIES) {
        whole = false;
        tried.put(key, tries);
      } else {
        seen.add(key);
      }
    }
    if (!whole) {
      // What was not reached this time may have been seen before.
      feed.entries().stream().map(FeedVisit::key).filter(state.seen()::contains).forEach(seen::add);
    }
    Optional<String> etag = whole ? answer.header("etag") : Optional.empty();
    Optional<String> modified = whole ? answer.header("last-modified") : Optional.empty();
    return new Result(
        after(state.given(), address, etag, modified, seen, tried), offers, Optional.empty());
  }

  private static String key(Feed.Entry entry) {
    return entry.id().or(entry::link).orElse("") + " " + entry.updated().orElse("");
  }

  private static Feed feed(Fetcher.Answer answer) throws JsonProcessingException {
    byte[] bytes = answer.body().bytes();
    String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    if (head.stripLeading().startsWith("{")) {
      JsonNode json = Json.parse(bytes);
      if (JsonFeed.isFeed(json)) {
        return JsonFeed.of(json);
      }
    }
    return FeedReader.read(bytes, answer.charset());
  }

  private Offer offer(URI address, Feed feed, Feed.Entry entry, int tries)
      throws InterruptedException {
    String place = entry.link().or(entry::id).orElse("");
    byte[] bytes = entry.source().getBytes(StandardCharsets.UTF_8);
    String origin = address + "#" + place;
    Input input =
        Input.stream(origin, "entry.xml", new ByteArrayInputStream(bytes))
            .countedAs(address.toString());
    Reading reading;
    try {
      boolean teaser = FeedDocuments.text(entry).map(String::length).orElse(0) < TEASER;
      reading =
          teaser && entry.link().isPresent()
              ? page(address.resolve(entry.link().get().strip()), FeedDocuments.draft(feed, entry))
              : articles.read(FeedDocuments.draft(feed, entry));
    } catch (IOException | IllegalArgumentException e) {
      reading =
          tries < MOST_TRIES || FeedDocuments.text(entry).isEmpty()
              ? new Reading.Refused(
                  RejectReason.UNREADABLE, "its page cannot be fetched: " + e.getMessage())
              : articles.read(FeedDocuments.draft(feed, entry));
    }
    if (reading instanceof Reading.Read) {
      return new Offer(input, reading, Original.NONE);
    }
    return new Offer(input, reading, original(bytes));
  }

  private Reading page(URI link, Draft known) throws IOException, InterruptedException {
    Fetcher.Answer answer = fetcher.fetch(link, Optional.empty(), Optional.empty());
    if (answer.status() != OK) {
      throw new FetchException(link + " answers " + answer.status());
    }
    return PageDocuments.reading(
        answer.body().bytes(),
        new PageReader.Hints(Optional.of(answer.address().toString()), answer.charset()),
        known,
        articles);
  }

  private static Original original(byte[] bytes) {
    try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
      return Original.read(in, OptionalLong.of(bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory cannot fail", e);
    }
  }
}
