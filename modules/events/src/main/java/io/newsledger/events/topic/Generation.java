package io.newsledger.events.topic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One computation of all that follows from the articles: applications of its own, and topics of its
 * own for what they write. What stands on the log and what people said of it belongs to all
 * generations. The first has the names of the catalogue.
 *
 * <p>Generations exist side by side. The live one is the newest that is complete, which a topic
 * without records says by its name: such a topic is there at once or not at all, for everybody.
 *
 * @param number from 1 on
 */
public record Generation(int number) implements Comparable<Generation> {
  /** That of a new ledger. */
  public static final Generation FIRST = new Generation(1);

  private static final Pattern COMPLETE =
      Pattern.compile("newsledger\\.generation\\.([1-9]\\d{0,6})");
  private static final Pattern NUMBERED = Pattern.compile("\\.g[1-9]\\d{0,6}");
  private static final String APPLICATIONS = "newsledger-";

  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("generations are counted from 1 on, not " + number);
    }
  }

  /** The live generation of a cluster with topics of these names. */
  public static Generation live(Collection<String> topics) {
    Generation live = FIRST;
    for (String topic : topics) {
      Matcher complete = COMPLETE.matcher(topic);
      if (complete.matches()) {
        Generation generation = new Generation(Integer.parseInt(complete.group(1)));
        live = generation.compareTo(live) > 0 ? generation : live;
      }
    }
    return live;
  }

  /** The one after. */
  public Generation next() {
    return new Generation(number + 1);
  }

  /** The topic that says that this generation is complete. */
  public String completeTopic() {
    return "newsledger.generation." + number;
  }

  /** Name on the broker of a topic of the catalogue. */
  public String name(Topic<?> topic) {
    return isFirst() || !Topics.DERIVED.contains(topic)
        ? topic.name()
        : topic.name() + ".g" + number;
  }

  /** The topic of the catalogue that has this name on the broker in some generation. */
  public static Optional<Topic<?>> topicNamed(String name) {
    return Topics.ALL.stream().filter(topic -> isNameOf(topic, name)).findFirst();
  }

  private static boolean isNameOf(Topic<?> topic, String name) {
    return name.startsWith(topic.name())
        && (name.length() == topic.name().length()
            || (Topics.DERIVED.contains(topic)
                && NUMBERED.matcher(name.substring(topic.name().length())).matches()));
  }

  /** Names of all topics of the catalogue. */
  public List<String> topics() {
    return Topics.ALL.stream().map(this::name).toList();
  }

  /**
   * Application id of a stage.
   *
   * @param id that of the first generation; no id begins with that of another
   */
  public String application(String id) {
    if (!id.startsWith(APPLICATIONS)) {
      throw new IllegalArgumentException("no application of the ledger: " + id);
    }
    return isFirst() ? id : APPLICATIONS + "g" + number + "-" + id.substring(APPLICATIONS.length());
  }

  /** Whether it is that of a new ledger. */
  public boolean isFirst() {
    return number == 1;
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }
}
