package io.newsledger.app.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.query.http.Operations.Measurements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.ToDoubleFunction;

/** What is measured in this process. */
final class Meters implements AutoCloseable {
  /** Partitions that come and go bring measurements that come and go. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";
  private static final String PLAIN = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "newsledger-meters");
            thread.setDaemon(true);
            return thread;
          });
  private final List<KafkaStreamsMetrics> bound = new ArrayList<>();
  private final List<Meter> ours = new ArrayList<>();

  Meters() {
    registry.config().meterFilter(new KafkaMeters());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Measures these applications, and no others any more. */
  void measure(Generation generation, List<RunningApplication> applications) {
    release();
    Tags tags = Tags.of("generation", Integer.toString(generation.number()));
    for (RunningApplication one : applications) {
      Tags own = tags.and("application", one.id());
      KafkaStreamsMetrics streams = new KafkaStreamsMetrics(one.streams(), own, scheduler, LOOK);
      streams.bindTo(registry);
      bound.add(streams);
      gauge("newsledger.lag.records", "Records not read yet", own, one, RunningApplication::lag);
      gauge(
          "newsledger.restore.remaining.records",
          "Records of state that are still to be read back",
          own,
          one,
          app -> app.restoring().remaining());
      counter(
          "newsledger.restored.records",
          "Records of state that were read back",
          own,
          one,
          app -> app.restoring().restored());
      gauge(
          "newsledger.copies.behind.records",
          "Records that copies of other instances' state lack",
          own,
          one,
          app -> app.copies().behind());
      counter(
          "newsledger.copied.records",
          "Records of other instances' state that were copied",
          own,
          one,
          app -> app.copies().copied());
      gauge(
          "newsledger.state.bytes",
          "State in memory and on disk",
          own,
          one,
          RunningApplication::stateBytes);
      counter(
          "newsledger.articles.read",
          "Revisions of articles read",
          own,
          one,
          app -> app.read(Topics.ARTICLES.name()));
      for (Topic<?> topic : Topics.DERIVED) {
        String name = generation.name(topic);
        if (one.writes(name)) {
          counter(
              "newsledger.written.records",
              "Records written, by topic of the catalogue: claims asserted and taken back, states",
              own.and("topic", topic.name()),
              one,
              app -> app.written(name));
        }
      }
    }
  }

  /** Something was refused, for this reason. */
  void refused(String reason) {
    Counter.builder("newsledger.rejects")
        .description("Refused since the start, by reason")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }

  /** A question was answered. */
  void answered(String path, int status, Duration took) {
    Timer.builder("newsledger.http.answers")
        .description("Answers over HTTP")
        .tags(List.of(Tag.of("path", path), Tag.of("status", Integer.toString(status))))
        .register(registry)
        .record(took);
  }

  /** Adds a number that is asked for. */
  <T> void gauge(String name, String words, T of, ToDoubleFunction<T> value) {
    Gauge.builder(name, of, value).description(words).register(registry);
  }

  /** All of it as OpenMetrics, or in the older format for those who ask for plain text. */
  Measurements text(String accept) {
    boolean plain =
        accept != null && accept.contains("text/plain") && !accept.contains("openmetrics");
    String type = plain ? PLAIN : OPEN_METRICS;
    return new Measurements(type, registry.scrape(type));
  }

  private void gauge(
      String name,
      String words,
      Tags tags,
      RunningApplication of,
      ToDoubleFunction<RunningApplication> value) {
    ours.add(Gauge.builder(name, of, value).description(words).tags(tags).register(registry));
  }

  private void counter(
      String name,
      String words,
      Tags tags,
      RunningApplication of,
      ToDoubleFunction<RunningApplication> value) {
    ours.add(
        FunctionCounter.builder(name, of, value).description(words).tags(tags).register(registry));
  }

  private void release() {
    bound.forEach(KafkaStreamsMetrics::close);
    bound.clear();
    ours.forEach(registry::remove);
    ours.clear();
  }

  @Override
  public void close() {
    release();
    scheduler.shutdownNow();
    collections.close();
    registry.close();
  }
}
