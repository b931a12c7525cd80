package io.newsledger.app.doctor;

import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Looks at the topics of a generation: whether they are there, whole, and keep what they must. */
final class TopicExamination {
  private static final int COPIES = 3;

  private final Admin admin;
  private final Generation generation;
  private final int brokers;
  private final List<Finding> findings = new ArrayList<>();

  TopicExamination(Admin admin, Generation generation, int brokers) {
    this.admin = admin;
    this.generation = generation;
    this.brokers = brokers;
  }

  /** What was found; topics that are missing are not looked at further. */
  List<Finding> findings(Set<String> existing) throws InterruptedException {
    Set<String> wanted = new TreeSet<>(generation.topics());
    wanted.add(Topics.DEAD_LETTERS);
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(existing);
    if (missing.size() == wanted.size()) {
      findings.add(
          Finding.doubtful(
              "none of the ledger's topics is there",
              "'newsledger run' creates them at its start"));
      return findings;
    }
    if (!missing.isEmpty()) {
      findings.add(
          Finding.fault(
              "topics are missing: " + String.join(", ", missing),
              "'newsledger run' creates them at its start"));
    }
    wanted.retainAll(existing);
    Map<String, TopicDescription> topics =
        new TreeMap<>(Answers.of(admin.describeTopics(wanted).allTopicNames()));
    partitions(topics);
    copies(topics);
    settings(topics.keySet());
    return findings;
  }

  private void partitions(Map<String, TopicDescription> topics) {
    Map<String, Integer> counts = new TreeMap<>();
    topics.forEach((name, topic) -> counts.put(name, topic.partitions().size()));
    counts.remove(Topics.DEAD_LETTERS);
    if (new HashSet<>(counts.values()).size() > 1) {
      findings.add(
          Finding.fault(
              "the topics do not have equally many partitions: " + counts,
              "what is joined must be split alike: create them anew, mirror news.articles,"
                  + " news.index and reference.entities, and rebuild"));
    }
  }

  private void copies(Map<String, TopicDescription> topics) {
    int wanted = Math.min(COPIES, brokers);
    Set<String> thin = new TreeSet<>();
    Set<String> behind = new TreeSet<>();
    Set<String> headless = new TreeSet<>();
    topics.forEach(
        (name, topic) -> {
          for (TopicPartitionInfo partition : topic.partitions()) {
            String place = name + "-" + partition.partition();
            if (partition.leader() == null || partition.leader().isEmpty()) {
              headless.add(place);
            } else if (partition.isr().size() < partition.replicas().size()) {
              behind.add(place);
            }
            if (partition.replicas().size() < wanted) {
              thin.add(name);
            }
          }
        });
    if (!headless.isEmpty()) {
      findings.add(
          Finding.fault(
              "nobody leads " + String.join(", ", headless),
              "start the brokers that hold their copies"));
    }
    if (!behind.isEmpty()) {
      findings.add(
          Finding.doubtful(
              "copies are missing or behind of " + String.join(", ", behind),
              "start the brokers that are down; copies catch up by themselves"));
    }
    if (!thin.isEmpty()) {
      findings.add(
          Finding.doubtful(
              "fewer than " + wanted + " copies are kept of " + String.join(", ", thin),
              "kafka-reassign-partitions.sh adds copies"));
    }
    if (wanted == 1) {
      findings.add(
          Finding.doubtful(
              "there is one broker: its disk is the only copy of the articles",
              "copy " + Topics.ARTICLES.name() + " elsewhere"));
    }
  }

  private void settings(Set<String> there) throws InterruptedException {
    List<ConfigResource> resources =
        there.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<String, Config> configs = new HashMap<>();
    Answers.of(admin.describeConfigs(resources).all())
        .forEach((resource, config) -> configs.put(resource.name(), config));
    for (Topic<?> topic : Topics.ALL) {
      Config config = configs.get(generation.name(topic));
      if (config != null) {
        kept(generation.name(topic), topic.kept(), config);
        topic
            .settings()
            .forEach((key, value) -> atLeast(generation.name(topic), key, value, config));
      }
    }
    there.forEach(name -> writable(name, configs.get(name)));
  }

  private void kept(String name, Topic.Kept kept, Config config) {
    String policy = value(config, TopicConfig.CLEANUP_POLICY_CONFIG);
    if (kept == Topic.Kept.NEWEST) {
      if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
        wrong(name, TopicConfig.CLEANUP_POLICY_CONFIG, policy, "compact");
      }
      return;
    }
    if (!policy.equals(TopicConfig.CLEANUP_POLICY_DELETE)) {
      wrong(name, TopicConfig.CLEANUP_POLICY_CONFIG, policy, "delete");
    }
    for (String bound :
        List.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG)) {
      if (!value(config, bound).equals("-1")) {
        wrong(name, bound, value(config, bound), "-1: what it loses cannot be had again");
      }
    }
  }

  private void atLeast(String name, String key, String value, Config config) {
    if (Long.parseLong(value(config, key)) < Long.parseLong(value)) {
      wrong(name, key, value(config, key), value + " or more");
    }
  }

  private void writable(String name, Config config) {
    int needed = Integer.parseInt(value(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
    if (needed > brokers) {
      wrong(
          name,
          TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
          Integer.toString(needed),
          brokers + " or less: nothing can be written");
    }
  }

  private void wrong(String topic, String setting, String found, String wanted) {
    findings.add(
        Finding.fault(
            topic + " has " + setting + "=" + found + ", not " + wanted,
            "kafka-configs.sh --alter --topic " + topic + " --add-config " + setting + "=…"));
  }

  private static String value(Config config, String key) {
    return config.get(key).value();
  }
}
