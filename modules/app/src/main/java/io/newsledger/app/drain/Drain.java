package io.newsledger.app.drain;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Waits until a chain of stages has folded everything that stands on its topics.
 *
 * <p>All ends are noted, open transactions included. Then each stage must have committed past the
 * ends of its topics, in order. If the ends are still the same afterwards, nothing is under way: a
 * stage commits its input together with what it wrote, so whatever came of input before a noted end
 * stands before a noted end itself. If they moved, it begins again.
 */
public final class Drain implements AutoCloseable {
  /** Between two looks, when little is left and when much is: looking costs those who work. */
  private static final long SHORT_PAUSE_MILLIS = 20;

  private static final long LONG_PAUSE_MILLIS = 200;
  private static final long MUCH = 1_000;

  /** Where much is left, data is looked for at one look of so many. */
  private static final int PROBED = 5;

  private static final Duration PROBE = Duration.ofMillis(500);

  private final Offsets offsets;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final DataProbe probe;
  private final List<Stage> stages;

  private Drain(Offsets offsets, KafkaConsumer<byte[], byte[]> consumer, List<Stage> stages) {
    this.offsets = offsets;
    this.consumer = consumer;
    this.probe = new DataProbe(consumer);
    this.stages = stages;
  }

  /**
   * Connects to a cluster.
   *
   * @param cluster adds what clients of the cluster need to their own properties
   * @param stages in the order of the flow
   * @param request bound on each request to the cluster
   */
  public static Drain connect(
      UnaryOperator<Map<String, Object>> cluster, List<Stage> stages, Duration request) {
    Map<String, Object> reading = new HashMap<>();
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    reading.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "65536");
    reading.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
    reading.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) request.toMillis());
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new Drain(
        new Offsets(Admin.create(cluster.apply(Map.of())), request),
        new KafkaConsumer<>(cluster.apply(reading), bytes, bytes),
        List.copyOf(stages));
  }

  /**
   * Returns when everything that stood on the topics at some moment after the call is folded.
   *
   * @param timeout bound on the whole wait
   * @param abort ends the wait early
   * @param progress hears what a stage still has to read, whenever it was looked at
   * @throws DrainException if the time is over, the wait is aborted or the cluster does not answer
   */
  public void await(Duration timeout, Abort abort, Consumer<Backlog> progress)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Map<TopicPartition, Long> ends;
    do {
      ends = ends();
      for (Stage stage : stages) {
        awaitPassed(stage, ends, deadline, abort, progress);
      }
    } while (!ends.equals(ends()));
  }

  private void awaitPassed(
      Stage stage,
      Map<TopicPartition, Long> ends,
      long deadline,
      Abort abort,
      Consumer<Backlog> progress)
      throws InterruptedException {
    Set<String> topics = stage.reads(offsets.topics());
    Map<TopicPartition, Long> targets = new HashMap<>(ends);
    targets.keySet().removeIf(partition -> !topics.contains(partition.topic()));
    for (int look = 1; ; look++) {
      Map<TopicPartition, Span> behind = behind(stage, targets);
      long left = length(behind);
      if (left > 0 && (left < MUCH || look % PROBED == 0)) {
        behind.keySet().removeAll(probe.withoutData(behind, PROBE));
        left = length(behind);
      }
      progress.accept(new Backlog(stage.application(), left));
      if (behind.isEmpty()) {
        return;
      }
      long pause = left < MUCH ? SHORT_PAUSE_MILLIS : LONG_PAUSE_MILLIS;
      if (abort.within(pause, TimeUnit.MILLISECONDS)) {
        throw new DrainException("stopped while " + stage.application() + " was working");
      }
      if (System.nanoTime() >= deadline) {
        throw new DrainException(
            stage.application()
                + " did not finish in time; it has still to read "
                + behind
                + ". Allow more time, or see the log for what holds it up");
      }
    }
  }

  private static long length(Map<TopicPartition, Span> spans) {
    return spans.values().stream().mapToLong(Span::length).sum();
  }

  /** Where the stage has not committed to the end, though it may have read all data. */
  private Map<TopicPartition, Span> behind(Stage stage, Map<TopicPartition, Long> targets) {
    Map<TopicPartition, Long> committed = offsets.committed(stage.application());
    Set<TopicPartition> never = new HashSet<>(targets.keySet());
    never.removeAll(committed.keySet());
    Map<TopicPartition, Long> positions = new HashMap<>(offsets.starts(never));
    positions.putAll(committed);
    Map<TopicPartition, Span> spans = new HashMap<>();
    targets.forEach(
        (partition, end) -> {
          Span span = new Span(positions.getOrDefault(partition, 0L), end);
          if (!span.isEmpty()) {
            spans.put(partition, span);
          }
        });
    return spans;
  }

  private Map<TopicPartition, Long> ends() {
    Set<String> existing = offsets.topics();
    Set<String> topics = new HashSet<>();
    stages.forEach(stage -> topics.addAll(stage.reads(existing)));
    return offsets.ends(topics);
  }

  @Override
  public void close() {
    consumer.close();
    offsets.close();
  }
}
