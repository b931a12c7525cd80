package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.events.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;

/**
 * Sends enrichment back to the first article when the extractor is another than at the last start.
 * It compares with what was read before, so that only what is read differently goes on.
 */
final class Rereading {
  private static final String FILE = "extractor";
  private static final String NOTE = "-extractor.";

  /** A killed instance is a member of its group until its session ends. */
  private static final Duration MEMBERS = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 200;

  private final Cluster cluster;
  private final Path file;
  private final Ending ending;
  private final String group;

  /**
   * @param group application id of enrichment
   */
  Rereading(Cluster cluster, DataFolder folder, Ending ending, String group) {
    this.group = group;
    this.cluster = cluster;
    this.file = folder.root().resolve(FILE);
    this.ending = ending;
  }

  /**
   * To be called before enrichment starts.
   *
   * @return whether all articles will be read again
   */
  boolean prepare(String extractor) throws InterruptedException {
    if (cluster.own().isEmpty()) {
      return prepareTogether(extractor);
    }
    try {
      String before = Files.exists(file) ? Files.readString(file).strip() : "";
      if (before.equals(extractor)) {
        return false;
      }
      // A broker of one's own has never been read from where nothing is noted.
      boolean again = !before.isEmpty() && rewind();
      // Only now: killed before, it is done again.
      Files.writeString(file, extractor + "\n");
      return again;
    } catch (IOException e) {
      throw new CommandFailure("cannot use " + file + ": " + e, e);
    }
  }

  /**
   * Instances on the same brokers read by the same extractor. Which one, the name of a topic
   * without records says: it is there at once or not at all, for all of them.
   */
  private boolean prepareTogether(String extractor) throws InterruptedException {
    String prefix = group + NOTE;
    String note = prefix + extractor.replaceAll("[^a-zA-Z0-9._-]", "-");
    try (Admin admin = cluster.admin()) {
      Set<String> notes = new HashSet<>(answer(admin.listTopics().names()));
      notes.removeIf(name -> !name.startsWith(prefix));
      if (notes.equals(Set.of(note))) {
        return false;
      }
      boolean again = rewind();
      // Only now: killed before, it is done again.
      notes.remove(note);
      answer(admin.deleteTopics(notes).all());
      cluster.note(admin, note);
      return again;
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("cannot note which extractor reads the articles: " + e, e);
    }
  }

  private boolean rewind() throws InterruptedException {
    try (Admin admin = cluster.admin()) {
      if (answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).isEmpty()) {
        return false;
      }
      Map<TopicPartition, OffsetAndMetadata> starts = starts(admin);
      long begin = System.nanoTime();
      while (!moved(admin, starts)) {
        if (System.nanoTime() - begin > MEMBERS.toNanos()) {
          throw new CommandFailure(
              "articles have to be read anew by another extractor, but an instance is reading them:"
                  + " stop all instances on these brokers first");
        }
        if (ending.within(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new CommandFailure("stopped while it started");
        }
      }
      return true;
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("cannot have the articles read anew: " + e, e);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> starts(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> first =
        IntStream.range(0, cluster.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.ARTICLES.name(), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    answer(admin.listOffsets(first).all())
        .forEach((partition, info) -> starts.put(partition, new OffsetAndMetadata(info.offset())));
    return starts;
  }

  /** False while the group has members. */
  private boolean moved(Admin admin, Map<TopicPartition, OffsetAndMetadata> offsets)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      answer(admin.alterConsumerGroupOffsets(group, offsets).all());
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownMemberIdException
          || e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS);
  }
}
