package io.newsledger.app.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.topic.TopicCreation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void whatIsWrongIsSaidWithWhatToDo() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      Outcome empty = doctor(broker);
      assertEquals(0, empty.code(), empty.err());
      assertTrue(empty.out().contains("none of the ledger's topics is there"), empty.out());

      new TopicCreation(2, (short) 1, Duration.ofSeconds(30)).createMissing(admin);
      Outcome fresh = doctor(broker);
      assertEquals(0, fresh.code(), fresh.out() + fresh.err());
      assertTrue(fresh.out().contains("sound: generation 1 is live"), fresh.out());
      assertTrue(fresh.out().contains("no instance has ever run"), fresh.out());

      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, "news.articles"),
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("retention.ms", "86400000"), AlterConfigOp.OpType.SET))))
          .all()
          .get(30, TimeUnit.SECONDS);
      admin.deleteTopics(List.of("talent.flows")).all().get(30, TimeUnit.SECONDS);
      // The controller has decided; the broker that answers hears of it a little later.
      await().atMost(PATIENCE).until(() -> hasHeard(admin));
      Outcome ill = doctor(broker);
      assertEquals(1, ill.code(), ill.out());
      assertTrue(ill.out().contains("fault: news.articles has retention.ms=86400000"), ill.out());
      assertTrue(ill.out().contains("fault: topics are missing: talent.flows"), ill.out());

      // Whoever makes up for it with another number in mind, splits it as the articles are.
      new TopicCreation(5, (short) 1, PATIENCE).createMissing(admin);
      await().atMost(PATIENCE).ignoreExceptions().until(() -> partitions(admin) == 2);
    }
  }

  private static boolean hasHeard(Admin admin) throws Exception {
    ConfigResource articles = new ConfigResource(ConfigResource.Type.TOPIC, "news.articles");
    String retention =
        admin
            .describeConfigs(List.of(articles))
            .all()
            .get(30, TimeUnit.SECONDS)
            .get(articles)
            .get("retention.ms")
            .value();
    return retention.equals("86400000")
        && !admin.listTopics().names().get(30, TimeUnit.SECONDS).contains("talent.flows");
  }

  private static int partitions(Admin admin) throws Exception {
    return admin
        .describeTopics(List.of("talent.flows"))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .get("talent.flows")
        .partitions()
        .size();
  }

  private static Outcome doctor(EmbeddedBroker broker) {
    return Outcome.of("doctor", "--bootstrap-servers", broker.bootstrapServers());
  }
}
