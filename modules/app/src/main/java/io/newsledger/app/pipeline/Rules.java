package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.weighing.ThresholdChoice;
import io.newsledger.weighing.Thresholds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * What the alerts and shifts of one generation are made by: the same for all instances, from its
 * first start to its end. A topic without records says it by its name.
 *
 * @param application that makes them
 * @param replication copies of that topic
 */
record Rules(String application, short replication) {
  private static final String NAME = "-rules-";

  /** That of a topic's name, which Kafka sets. */
  private static final int LONGEST = 249;

  private static final char ESCAPE = '_';
  private static final int HEXADECIMAL = 16;

  /**
   * What the state is made by; empty if nothing has begun yet.
   *
   * @throws CommandFailure if the brokers do not answer or say two things
   */
  Optional<Thresholds> made(Admin admin) throws InterruptedException {
    Set<String> topics = topics(admin);
    List<String> said =
        topics.stream().filter(topic -> topic.startsWith(application + NAME)).sorted().toList();
    if (said.size() > 1) {
      throw new CommandFailure(
          "instances began at the same moment with different --exodus or --shift: of the topics "
              + said
              + " remove those of which nothing is to be kept");
    }
    if (said.isEmpty()) {
      // Made before there was a choice.
      return topics.stream().anyMatch(topic -> Layout.isState(application, topic))
          ? Optional.of(Thresholds.DEFAULT)
          : Optional.empty();
    }
    String name = said.get(0).substring((application + NAME).length());
    try {
      return Optional.of(Thresholds.parse(decoded(name)));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "the topic " + said.get(0) + " was not made by this version: " + e.getMessage(), e);
    }
  }

  /**
   * What it is to be made by, for good.
   *
   * @throws CommandFailure if it was begun with others than are chosen; says what to do
   */
  Thresholds agree(Admin admin, ThresholdChoice choice) throws InterruptedException {
    Optional<Thresholds> made = made(admin);
    Thresholds chosen = choice.over(made.orElse(Thresholds.DEFAULT));
    if (made.isEmpty()) {
      create(admin, chosen);
      // Another instance may have been as fast, and by others.
      made = made(admin);
    }
    if (made.isPresent() && !made.get().equals(chosen)) {
      throw new CommandFailure(
          "the alerts and shifts there are were made by "
              + made.get().words()
              + ". Leave the options out to go on so, or have them made anew: newsledger rebuild "
              + chosen.words());
    }
    return chosen;
  }

  private void create(Admin admin, Thresholds thresholds) throws InterruptedException {
    String name = application + NAME + encoded(thresholds.text());
    if (name.length() > LONGEST) {
      throw new CommandFailure(
          "so many rules cannot be kept: give --exodus to fewer organisations of their own");
    }
    try {
      admin
          .createTopics(List.of(new NewTopic(name, 1, replication)))
          .all()
          .get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new CommandFailure("the cluster refuses to create " + name + ": " + e.getCause(), e);
      }
    } catch (TimeoutException e) {
      throw new CommandFailure("the cluster did not create " + name + " in time", e);
    }
  }

  private static Set<String> topics(Admin admin) throws InterruptedException {
    try {
      return admin.listTopics().names().get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("the cluster cannot list its topics: " + e.getMessage(), e);
    }
  }

  /** As a name of a topic may be. */
  static String encoded(String text) {
    StringBuilder name = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one > 0 && Character.isLetterOrDigit((char) one)) {
        name.append((char) one);
      } else {
        name.append(ESCAPE)
            .append(Character.forDigit((one >> 4) & 0xf, HEXADECIMAL))
            .append(Character.forDigit(one & 0xf, HEXADECIMAL));
      }
    }
    return name.toString();
  }

  /**
   * The text behind a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static String decoded(String name) {
    ByteBuffer bytes = ByteBuffer.allocate(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != ESCAPE) {
        bytes.put((byte) name.charAt(i));
      } else if (i + 2 < name.length()) {
        bytes.put((byte) Integer.parseInt(name.substring(i + 1, i + 3), HEXADECIMAL));
        i += 2;
      } else {
        throw new IllegalArgumentException("'" + name + "' is cut off");
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }
}
