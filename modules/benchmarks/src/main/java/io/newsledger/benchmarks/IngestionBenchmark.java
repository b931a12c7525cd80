package io.newsledger.benchmarks;

import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.ProducerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Markdown files to the log, against a bare idempotent producer of the same files' bytes on the
 * same broker. Both are connected before the clock runs.
 */
final class IngestionBenchmark {
  static final String NAME = "ingestion";

  private static final double TARGET = 0.5;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PARTITIONS = 4;
  private static final int BATCH_BYTES = 128 * 1024;

  private IngestionBenchmark() {}

  /**
   * @param folder empty one for the broker and the files
   */
  static Comparison open(Articles articles, Path folder) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    try {
      Map<String, Object> brokers =
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
      try (Admin admin = Admin.create(brokers)) {
        new TopicCreation(PARTITIONS, (short) 1, TIMEOUT).createMissing(admin);
      }
      MarkdownRounds rounds = new MarkdownRounds(articles.texts(), folder);
      ArticleProducer ours =
          new ArticleProducer(
              brokers,
              EventSerdes.singleObject(),
              ProducerSettings.of(ArticleReader.strict(), new Random()));
      KafkaProducer<String, byte[]> bare = bare(broker.bootstrapServers());
      return new Comparison(
          "Markdown files to the log: parsed, identified, each once, in transactions",
          "a bare idempotent producer of the same files' bytes, acks=all",
          "articles",
          TARGET,
          new Side(rounds) {
            @Override
            long run(List<Path> files) {
              return ours.ingest(files.stream().map(Input::file), step -> {}).offered();
            }
          },
          new Side(rounds) {
            @Override
            long run(List<Path> files) throws Exception {
              return produce(bare, files);
            }
          },
          () -> {
            bare.close(TIMEOUT);
            ours.close();
            broker.close();
          });
    } catch (Exception e) {
      broker.close();
      throw e;
    }
  }

  private static KafkaProducer<String, byte[]> bare(String servers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            BATCH_BYTES),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static long produce(KafkaProducer<String, byte[]> producer, List<Path> files)
      throws Exception {
    Future<RecordMetadata> last = null;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      last = producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), file.toString(), bytes));
    }
    producer.flush();
    if (last != null) {
      last.get();
    }
    return files.size();
  }

  /** Works on files of its own in each round. */
  private abstract static class Side implements Contender {
    private final MarkdownRounds rounds;
    private List<Path> files = List.of();

    private Side(MarkdownRounds rounds) {
      this.rounds = rounds;
    }

    @Override
    public final void prepare() throws IOException {
      files = rounds.next();
    }

    @Override
    public final long run() throws Exception {
      return run(files);
    }

    abstract long run(List<Path> files) throws Exception;
  }
}
