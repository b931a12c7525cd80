package io.newsledger.producer.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.producer.format.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a watcher knows of its feeds, kept in a file, so that a new start does not ask for
 * everything again. The feeds stand under the addresses by which they were given, whereto ever they
 * moved. For one thread.
 */
public final class FeedMemory {
  private final Path file;
  private final Map<URI, FeedState> feeds = new LinkedHashMap<>();

  private FeedMemory(Path file) {
    this.file = file;
  }

  /**
   * Reads the file; a file that is not there, or that is broken, knows nothing, and then all is
   * asked for again.
   */
  public static FeedMemory in(Path file) throws IOException {
    FeedMemory memory = new FeedMemory(file);
    if (Files.exists(file)) {
      try {
        memory.load(Json.parse(Files.readAllBytes(file)));
      } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
        memory.feeds.clear();
      }
    }
    return memory;
  }

  /** What is known of a feed; if nothing, one that is due now. */
  public FeedState of(URI given, Instant now) {
    return feeds.getOrDefault(given, FeedState.fresh(given, now));
  }

  /** Keeps what is known now, on disk when this returns. */
  public void keep(FeedState state) throws IOException {
    feeds.put(state.given(), state);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    feeds.forEach((address, feed) -> root.set(address.toString(), json(feed)));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, root.toString());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ObjectNode json(FeedState feed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("address", feed.address().toString());
    feed.etag().ifPresent(etag -> node.put("etag", etag));
    feed.lastModified().ifPresent(time -> node.put("lastModified", time));
    feed.seen().stream().sorted().forEach(node.putArray("seen")::add);
    ObjectNode tried = node.putObject("tried");
    feed.tried().forEach(tried::put);
    node.put("failures", feed.failures());
    node.put("next", feed.next().toString());
    node.put("gone", feed.gone());
    return node;
  }

  private void load(JsonNode root) {
    root.properties().forEach(one -> add(URI.create(one.getKey()), one.getValue()));
  }

  private void add(URI given, JsonNode node) {
    Set<String> seen = new HashSet<>();
    node.path("seen").forEach(key -> seen.add(key.asText()));
    Map<String, Integer> tried = new HashMap<>();
    node.path("tried").properties().forEach(one -> tried.put(one.getKey(), one.getValue().asInt()));
    FeedState state =
        new FeedState(
            given,
            URI.create(node.path("address").asText()),
            Optional.ofNullable(node.path("etag").textValue()),
            Optional.ofNullable(node.path("lastModified").textValue()),
            seen,
            tried,
            node.path("failures").asInt(),
            Instant.parse(node.path("next").asText()),
            node.path("gone").asBoolean());
    feeds.put(given, state);
  }
}
