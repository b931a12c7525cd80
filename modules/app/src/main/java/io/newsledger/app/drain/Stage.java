package io.newsledger.app.drain;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One Kafka Streams application, as seen from outside.
 *
 * @param application application id, which is its consumer group
 * @param sources topics that it reads, but for its own repartition topics
 */
public record Stage(String application, Set<String> sources) {
  public Stage {
    Objects.requireNonNull(application, "application");
    sources = Set.copyOf(sources);
  }

  /** All topics that the application has to read, its repartition topics among them. */
  Set<String> reads(Collection<String> existing) {
    Set<String> topics = new TreeSet<>(sources);
    existing.stream().filter(this::isRepartition).forEach(topics::add);
    return topics;
  }

  private boolean isRepartition(String topic) {
    return topic.startsWith(application + "-") && topic.endsWith("-repartition");
  }
}
