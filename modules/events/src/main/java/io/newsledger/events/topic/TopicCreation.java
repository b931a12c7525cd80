package io.newsledger.events.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics where they do not exist. */
public final class TopicCreation {
  private final int partitions;
  private final short replication;
  private final Duration timeout;

  /**
   * @param partitions of every topic; articles and claims that are folded together must be split
   *     alike, so where articles stand already, what is missing gets as many as those have
   * @param replication copies of each partition
   * @param timeout bound on each request to the cluster
   */
  public TopicCreation(int partitions, short replication, Duration timeout) {
    this.partitions = partitions;
    this.replication = replication;
    this.timeout = timeout;
  }

  /**
   * Creates what is missing of the live generation, dead letters included; topics that exist are
   * left as they are.
   *
   * @return the live generation
   * @throws TopicException if the cluster cannot be reached in time or refuses
   */
  public Generation createMissing(Admin admin) {
    Set<String> existing = existing(admin);
    Generation live = Generation.live(existing);
    create(admin, live, existing);
    return live;
  }

  /**
   * Creates what is missing of a generation.
   *
   * @throws TopicException if the cluster cannot be reached in time or refuses
   */
  public void createMissing(Admin admin, Generation generation) {
    create(admin, generation, existing(admin));
  }

  /**
   * Makes a generation the live one.
   *
   * @throws TopicException if the cluster refuses or does not answer in time
   */
  public void complete(Admin admin, Generation generation) {
    createNote(admin, generation.completeTopic());
  }

  /**
   * Creates a topic without records, which says something by its name.
   *
   * @throws TopicException if the cluster refuses or does not answer in time
   */
  public void createNote(Admin admin, String name) {
    NewTopic note = new NewTopic(name, 1, replication);
    try {
      awaitCreated(name, admin.createTopics(List.of(note)).values().get(name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while creating " + name, e);
    }
  }

  private Set<String> existing(Admin admin) {
    try {
      return admin.listTopics().names().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while listing topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new TopicException("the cluster cannot list its topics: check its address", e);
    }
  }

  private void create(Admin admin, Generation generation, Set<String> existing) {
    int split = existing.contains(Topics.ARTICLES.name()) ? split(admin) : partitions;
    List<NewTopic> topics = new ArrayList<>();
    Topics.ALL.forEach(
        topic ->
            topics.add(described(generation.name(topic), split, topic.kept(), topic.settings())));
    topics.add(
        described(Topics.DEAD_LETTERS, split, Topic.Kept.FOREVER, Topics.ARTICLES.settings()));
    try {
      for (var creation :
          admin
              .createTopics(
                  topics.stream().filter(topic -> !existing.contains(topic.name())).toList())
              .values()
              .entrySet()) {
        awaitCreated(creation.getKey(), creation.getValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while creating topics", e);
    }
  }

  /** How many partitions articles have. */
  private int split(Admin admin) {
    String name = Topics.ARTICLES.name();
    try {
      return admin
          .describeTopics(List.of(name))
          .topicNameValues()
          .get(name)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .partitions()
          .size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while looking at " + name, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new TopicException("the cluster cannot describe " + name, e);
    }
  }

  private void awaitCreated(String topic, org.apache.kafka.common.KafkaFuture<Void> creation)
      throws InterruptedException {
    try {
      creation.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // Another instance was faster: that is as good.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new TopicException("the cluster refuses to create " + topic, e);
      }
    } catch (TimeoutException e) {
      throw new TopicException("the cluster did not create " + topic + " in time", e);
    }
  }

  private NewTopic described(String name, int split, Topic.Kept kept, Map<String, String> given) {
    Map<String, String> settings = new HashMap<>(given);
    switch (kept) {
      case FOREVER -> {
        settings.put("cleanup.policy", "delete");
        settings.put("retention.ms", "-1");
        settings.put("retention.bytes", "-1");
      }
      case NEWEST -> settings.put("cleanup.policy", "compact");
    }
    return new NewTopic(name, split, replication).configs(settings);
  }
}
