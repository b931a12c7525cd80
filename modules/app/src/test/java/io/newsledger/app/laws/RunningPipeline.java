package io.newsledger.app.laws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.pipeline.Aliases;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.app.pipeline.Pipeline;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.app.pipeline.Progress;
import io.newsledger.app.pipeline.Rebuild;
import io.newsledger.events.Article;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.ProducerSettings;
import io.newsledger.query.AsOf;
import io.newsledger.query.Limits;
import io.newsledger.weighing.AliasKey;
import io.newsledger.weighing.ThresholdChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A pipeline with a broker of its own, and what can be done to it from outside. */
final class RunningPipeline implements AutoCloseable {
  static final Duration LONG = Duration.ofMinutes(2);

  private static final Progress SILENT =
      new Progress() {
        @Override
        public void at(String activity) {}

        @Override
        public void say(String line) {}

        @Override
        public void done() {}
      };

  private final Path data;
  private final PipelineSettings settings =
      PipelineSettings.on(Optional.empty(), ClientSettings.NONE, ThresholdChoice.NONE);
  private final Ending ending = new Ending();
  private DataFolder folder;
  private Pipeline pipeline;

  RunningPipeline(Path data) throws InterruptedException {
    this.data = data;
    start();
  }

  private void start() throws InterruptedException {
    folder = DataFolder.open(data);
    pipeline = Pipeline.start(folder, settings, ending, SILENT);
  }

  /** Writes revisions as producers do: those that stand on the log are not written again. */
  void write(List<Article> revisions) {
    try (ArticleProducer producer =
        new ArticleProducer(
            brokers(),
            EventSerdes.singleObject(),
            ProducerSettings.of(ArticleReader.strict(), new Random(1)))) {
      revisions.forEach(producer::write);
    }
  }

  /** Puts revisions on the log once more, whether they stand there or not. */
  void writeAgain(List<Article> revisions) throws Exception {
    var serializer = EventSerdes.singleObject().of(Article.class).serializer();
    String topic = Topics.ARTICLES.name();
    for (Article revision : revisions) {
      send(topic, revision.getId(), serializer.serialize(topic, revision));
    }
  }

  /** Puts bytes that may be no event on a topic. */
  void writeBytes(String topic, byte[] value) throws Exception {
    send(topic, "key", value);
  }

  private void send(String topic, String key, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(brokers(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  void link(EntityAlias alias) {
    new Aliases(pipeline.connection()).link(alias);
  }

  void part(EntityAlias alias) {
    new Aliases(pipeline.connection()).part(AliasKey.of(alias));
  }

  IngestReport ingest(List<Input> inputs, ArticleReader reader) {
    return new Ingestion(pipeline.connection(), ending, SILENT)
        .run(inputs, reader, refused -> {})
        .report();
  }

  /** All committed values of a topic. */
  List<byte[]> values(String topic) {
    Map<String, Object> reading =
        Map.of(
            "bootstrap.servers",
            pipeline.connection().bootstrapServers(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            "false");
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long begin = System.nanoTime();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        if (System.nanoTime() - begin > LONG.toNanos()) {
          throw new AssertionError(topic + " cannot be read to its end");
        }
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  void awaitFolded() throws InterruptedException {
    pipeline.awaitFolded();
  }

  ObjectNode export(AsOf asOf) {
    return pipeline.ledger(Limits.DEFAULT.exportingAll()).export(asOf);
  }

  /** Ends it, loses what it has besides the brokers' logs, and starts it. */
  void restartWithoutLocalState() throws Exception {
    close();
    delete(folder.streams());
    start();
  }

  /** Ends it, makes a new generation, and starts it on that. */
  void rebuild() throws Exception {
    close();
    try (DataFolder broker = DataFolder.open(data);
        DataFolder work = DataFolder.open(DataFolder.generations(data))) {
      new Rebuild(settings, broker, work, ending, SILENT).run();
    }
    start();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Map<String, Object> brokers() {
    return Map.of("bootstrap.servers", pipeline.connection().bootstrapServers());
  }

  @Override
  public void close() {
    try {
      pipeline.close();
    } finally {
      folder.close();
    }
  }
}
