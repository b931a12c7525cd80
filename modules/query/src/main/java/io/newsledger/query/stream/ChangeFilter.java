package io.newsledger.query.stream;

import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.query.BadQuestion;
import io.newsledger.weighing.NameKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which changes a subscriber wants; all conditions must hold.
 *
 * @param topics names of output topics
 * @param person key of a person
 * @param organisation name of an organisation or product, in any case
 */
public record ChangeFilter(
    Set<String> topics, Optional<String> person, Optional<String> organisation) {
  /** The topics that can be followed. */
  public static final List<Topic<?>> TOPICS =
      List.of(Topics.CAREERS, Topics.FLOWS, Topics.ALERTS, Topics.SERIES, Topics.SHIFTS);

  private static final List<String> NAMES = TOPICS.stream().map(Topic::name).toList();

  public ChangeFilter {
    topics = Set.copyOf(topics);
  }

  /**
   * Reads a filter; null and blank stand for all.
   *
   * @param topics names, parted by commas
   * @throws BadQuestion if a topic cannot be followed
   */
  public static ChangeFilter parse(String topics, String person, String organisation) {
    Set<String> wanted = new TreeSet<>();
    if (topics != null && !topics.isBlank()) {
      for (String topic : Arrays.asList(topics.split(",", -1))) {
        if (!NAMES.contains(topic.strip())) {
          throw new BadQuestion("'" + topic.strip() + "' is no topic to follow", NAMES);
        }
        wanted.add(topic.strip());
      }
    }
    return new ChangeFilter(
        wanted.isEmpty() ? new TreeSet<>(NAMES) : wanted,
        given(person).map(NameKey::of),
        given(organisation));
  }

  /** Whether the change is wanted. */
  public boolean wants(Change change) {
    return topics.contains(change.topic())
        && (person.isEmpty() || change.people().contains(person.get()))
        && (organisation.isEmpty()
            || change.organisations().stream().anyMatch(organisation.get()::equalsIgnoreCase));
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
