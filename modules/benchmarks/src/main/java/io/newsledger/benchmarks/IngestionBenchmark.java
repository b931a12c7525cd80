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
import java.io.InputStream;
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
 * Documents to the log, against a bare idempotent producer of the same bytes on the same broker.
 * Both are connected before the clock runs.
 */
final class IngestionBenchmark {
  static final String MARKDOWN = "ingestion";
  static final String HTML = "ingestion-html";
  static final String WARC = "ingestion-warc";

  private static final double TARGET = 0.5;
  private static final double NO_TARGET = 0;

  /** Documents of a round: fewer are written before what they need is compiled. */
  private static final int DOCUMENTS = 12_000;

  private static final double MEGABYTE = 1e6;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PARTITIONS = 4;
  private static final int BATCH_BYTES = 128 * 1024;

  private IngestionBenchmark() {}

  /**
   * @param name which kind of documents
   * @param folder empty one for the broker and the files
   */
  static Comparison open(String name, Articles articles, Path folder) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    try {
      Map<String, Object> brokers =
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
      try (Admin admin = Admin.create(brokers)) {
        new TopicCreation(PARTITIONS, (short) 1, TIMEOUT).createMissing(admin);
      }
      DocumentRounds rounds = new DocumentRounds(articles.texts(), kind(name), DOCUMENTS, folder);
      ArticleProducer ours =
          new ArticleProducer(
              brokers,
              EventSerdes.singleObject(),
              ProducerSettings.of(ArticleReader.strict(), new Random()));
      KafkaProducer<String, byte[]> bare = bare(broker.bootstrapServers());
      return new Comparison(
          what(name) + " to the log: parsed, identified, each once, in transactions",
          "a bare idempotent producer of the same bytes, acks=all",
          "articles",
          name.equals(MARKDOWN) ? TARGET : NO_TARGET,
          new Side(rounds) {
            @Override
            long run(DocumentRounds.Round round) {
              return ours.ingest(round.files().stream().map(Input::file), step -> {}).accepted();
            }
          },
          new Side(rounds) {
            @Override
            long run(DocumentRounds.Round round) throws Exception {
              return produce(bare, round.parts());
            }
          },
          () -> {
            bare.close(TIMEOUT);
            ours.close();
            broker.close();
          },
          rounds.meanBytes() / MEGABYTE);
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

  private static DocumentRounds.Kind kind(String name) {
    return switch (name) {
      case HTML -> DocumentRounds.Kind.HTML;
      case WARC -> DocumentRounds.Kind.WARC;
      default -> DocumentRounds.Kind.MARKDOWN;
    };
  }

  private static String what(String name) {
    return switch (name) {
      case HTML -> "Web pages";
      case WARC -> "Web pages in a packed WARC file";
      default -> "Markdown files";
    };
  }

  private static long produce(
      KafkaProducer<String, byte[]> producer, List<DocumentRounds.Part> parts) throws Exception {
    Future<RecordMetadata> last = null;
    Path open = null;
    InputStream in = InputStream.nullInputStream();
    try {
      for (DocumentRounds.Part part : parts) {
        if (!part.file().equals(open)) {
          in.close();
          open = part.file();
          in = Files.newInputStream(open);
        }
        byte[] bytes = in.readNBytes(part.length());
        String key = part.file() + "#" + part.from();
        last = producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, bytes));
      }
    } finally {
      in.close();
    }
    producer.flush();
    if (last != null) {
      last.get();
    }
    return parts.size();
  }

  /** Works on files of its own in each round. */
  private abstract static class Side implements Contender {
    private final DocumentRounds rounds;
    private DocumentRounds.Round round;

    private Side(DocumentRounds rounds) {
      this.rounds = rounds;
    }

    @Override
    public final void prepare() throws IOException {
      round = rounds.next();
    }

    @Override
    public final long run() throws Exception {
      return run(round);
    }

    abstract long run(DocumentRounds.Round round) throws Exception;
  }
}
