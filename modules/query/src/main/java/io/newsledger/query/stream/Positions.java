package io.newsledger.query.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the topics have been read: of each partition the offset of the next record. As the id of
 * an event it says exactly what a subscriber has seen, whatever the order in which the partitions
 * were read.
 *
 * <p>As text: {@code TIMESTAMP!TOPIC:OFFSET,OFFSET,…;TOPIC:…}, offsets in the order of partitions,
 * a dash for one that is not known. The timestamp, milliseconds of the last record, is for people.
 */
public final class Positions {
  private static final int LONGEST_TEXT = 16_384;
  private static final int MOST_PARTITIONS = 10_000;
  private static final Pattern TEXT =
      Pattern.compile("[0-9]{1,18}!(?:([a-z0-9.-]+:[0-9,-]+)(?:;|$))*");
  private static final Pattern TOPIC = Pattern.compile("([a-z0-9.-]+):([0-9,-]+)(?:;|$)");

  private final TreeMap<String, TreeMap<Integer, Long>> offsets = new TreeMap<>();

  /** Nothing read yet. */
  public Positions() {}

  /** A copy. */
  Positions(Positions other) {
    other.offsets.forEach((topic, of) -> offsets.put(topic, new TreeMap<>(of)));
  }

  /** Reads the text of an id; empty if it is none. */
  public static Optional<Positions> parse(String id) {
    if (id.length() > LONGEST_TEXT || !TEXT.matcher(id).matches()) {
      return Optional.empty();
    }
    Positions positions = new Positions();
    Matcher topics = TOPIC.matcher(id.substring(id.indexOf('!') + 1));
    while (topics.find()) {
      String[] parts = topics.group(2).split(",", -1);
      for (int partition = 0; partition < parts.length; partition++) {
        if (partition >= MOST_PARTITIONS || !parts[partition].matches("-|[0-9]{1,18}")) {
          return Optional.empty();
        }
        if (!parts[partition].equals("-")) {
          positions.put(
              new TopicPartition(topics.group(1), partition), Long.parseLong(parts[partition]));
        }
      }
    }
    return Optional.of(positions);
  }

  void put(TopicPartition partition, long next) {
    offsets
        .computeIfAbsent(partition.topic(), t -> new TreeMap<>())
        .put(partition.partition(), next);
  }

  /** Offset of the next record of a partition; empty if it is not known. */
  Optional<Long> get(TopicPartition partition) {
    return Optional.ofNullable(offsets.getOrDefault(partition.topic(), new TreeMap<>()))
        .map(of -> of.get(partition.partition()));
  }

  /** All partitions of which a place is known. */
  List<TopicPartition> partitions() {
    return offsets.entrySet().stream()
        .flatMap(
            topic ->
                topic.getValue().keySet().stream()
                    .map(partition -> new TopicPartition(topic.getKey(), partition)))
        .toList();
  }

  /** The text of the id of an event with this timestamp. */
  String id(long timestamp) {
    StringJoiner topics = new StringJoiner(";", Math.max(0, timestamp) + "!", "");
    for (Map.Entry<String, TreeMap<Integer, Long>> topic : offsets.entrySet()) {
      StringJoiner of = new StringJoiner(",", topic.getKey() + ":", "");
      for (int partition = 0; partition <= topic.getValue().lastKey(); partition++) {
        Long next = topic.getValue().get(partition);
        of.add(next == null ? "-" : next.toString());
      }
      topics.add(of.toString());
    }
    return topics.toString();
  }
}
