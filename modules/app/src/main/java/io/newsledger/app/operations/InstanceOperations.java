package io.newsledger.app.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.query.http.Operations;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;

/** What this instance tells of its work, for the generation that is live here. */
public final class InstanceOperations implements Operations, AutoCloseable {
  private final Meters meters = new Meters();
  private final RejectCounter rejects;
  private volatile Live live = new Live(Generation.FIRST, List.of());

  /**
   * @param consumers makes consumers that read what is committed and join no group
   * @param serdes of what they read
   */
  public InstanceOperations(Supplier<Consumer<String, byte[]>> consumers, EventSerdes serdes) {
    this.rejects = RejectCounter.start(consumers, serdes, meters::refused);
  }

  /** From now on it tells of these. For one thread at a time. */
  public void become(Generation generation, List<RunningApplication> applications) {
    live = new Live(generation, applications);
    meters.measure(generation, applications);
  }

  /** Counts what listens to changes. */
  public <T> void subscribers(T feed, ToIntFunction<T> count) {
    meters.gauge("newsledger.subscribers", "Listeners to changes", feed, count::applyAsInt);
  }

  @Override
  public List<Work> work() {
    return live.applications().stream().map(RunningApplication::work).toList();
  }

  @Override
  public Measurements metrics(String accept) {
    return meters.text(accept);
  }

  @Override
  public ObjectNode topology() {
    Live told = live;
    ObjectNode answer =
        JsonNodeFactory.instance.objectNode().put("generation", told.generation().number());
    ArrayNode applications = answer.putArray("applications");
    told.applications().forEach(one -> one.describe(applications.addObject()));
    return answer;
  }

  @Override
  public void answered(String path, int status, Duration took) {
    meters.answered(path, status, took);
  }

  @Override
  public void close() {
    rejects.close();
    meters.close();
  }

  private record Live(Generation generation, List<RunningApplication> applications) {
    Live {
      applications = List.copyOf(applications);
    }
  }
}
