package io.newsledger.app.doctor;

import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.app.connection.Connection;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.registry.Registration;
import io.newsledger.events.registry.RegistryException;
import io.newsledger.events.registry.SchemaRegistry;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;

/** Looks at everything that the ledger stands on; changes nothing. */
public final class Examination {
  /** Of the ledger's transactions none lasts so long. */
  private static final long LONG_TRANSACTION_MILLIS = 300_000;

  private final Connection connection;
  private final List<Finding> findings = new ArrayList<>();

  public Examination(Connection connection) {
    this.connection = connection;
  }

  /**
   * Looks.
   *
   * @throws io.newsledger.app.CommandFailure if the brokers do not answer
   */
  public List<Finding> findings() throws InterruptedException {
    try (Admin admin = connection.admin()) {
      int brokers = Answers.of(admin.describeCluster().nodes()).size();
      findings.add(Finding.sound(brokers + " brokers answer at " + connection));
      Set<String> existing = Answers.of(admin.listTopics().names());
      Generation live = Generation.live(existing);
      findings.add(Finding.sound("generation " + live.number() + " is live"));
      findings.addAll(new TopicExamination(admin, live, brokers).findings(existing));
      groups(admin, live);
      transactions(admin);
      if (existing.contains(Topics.DEAD_LETTERS)) {
        deadLetters(admin);
      }
      connection.registry().ifPresent(registry -> schemas(registry, live));
    }
    return List.copyOf(findings);
  }

  private void groups(Admin admin, Generation live) throws InterruptedException {
    List<String> ids =
        List.of(
            live.application(EnrichmentTopology.APPLICATION_ID),
            live.application(AggregationTopology.APPLICATION_ID));
    Set<String> known =
        Answers.of(admin.listGroups().all()).stream()
            .map(group -> group.groupId())
            .collect(Collectors.toSet());
    for (String id : ids) {
      if (!known.contains(id)) {
        findings.add(
            Finding.doubtful("no instance has ever run " + id, "start one with 'newsledger run'"));
        continue;
      }
      ConsumerGroupDescription group =
          Answers.of(admin.describeConsumerGroups(List.of(id)).all()).get(id);
      if (group.members().isEmpty()) {
        findings.add(Finding.doubtful("no instance runs " + id, "start one with 'newsledger run'"));
      } else {
        findings.add(
            Finding.sound(
                id + " is " + group.groupState() + " with " + group.members().size() + " threads"));
      }
    }
  }

  private void transactions(Admin admin) throws InterruptedException {
    List<String> old =
        Answers.of(
                admin
                    .listTransactions(
                        new ListTransactionsOptions().filterOnDuration(LONG_TRANSACTION_MILLIS))
                    .all())
            .stream()
            .map(TransactionListing::transactionalId)
            .sorted()
            .toList();
    if (!old.isEmpty()) {
      findings.add(
          Finding.fault(
              "transactions have been open for more than five minutes: " + String.join(", ", old),
              "readers wait for them: 'kafka-transactions.sh abort' ends those that hang"));
    }
  }

  private void deadLetters(Admin admin) throws InterruptedException {
    int partitions =
        Answers.of(admin.describeTopics(List.of(Topics.DEAD_LETTERS)).allTopicNames())
            .get(Topics.DEAD_LETTERS)
            .partitions()
            .size();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      ends.put(new TopicPartition(Topics.DEAD_LETTERS, partition), OffsetSpec.latest());
    }
    boolean some =
        Answers.of(admin.listOffsets(ends).all()).values().stream()
            .anyMatch(end -> end.offset() > 0);
    if (some) {
      findings.add(
          Finding.doubtful(
              "records stand on " + Topics.DEAD_LETTERS,
              "their headers __streams.errors.* say why they could not be processed"));
    }
  }

  private void schemas(SchemaRegistry registry, Generation live) {
    try {
      boolean sound = true;
      for (Registration.Standing standing : new Registration(registry, live).check()) {
        for (String fault : standing.faults()) {
          sound = false;
          findings.add(
              Finding.fault(
                  "subject " + standing.subject().name() + ": " + fault,
                  "'newsledger schemas register' registers what is missing"));
        }
      }
      if (sound) {
        findings.add(Finding.sound("the schemas stand in " + registry.address()));
      }
    } catch (RegistryException e) {
      findings.add(Finding.fault(e.getMessage(), "start the registry"));
    }
  }
}
