package io.newsledger.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An instance that is seven records behind and counts what it has answered. */
final class SampleOperations implements Operations {
  private final AtomicInteger answered = new AtomicInteger();

  @Override
  public List<Work> work() {
    return List.of(
        new Work("reading", "RUNNING", 5, 0, 4), new Work("weighing", "RUNNING", 2, 3, 0));
  }

  @Override
  public Measurements metrics(String accept) {
    return new Measurements(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        "answered " + answered.get() + "\n");
  }

  @Override
  public ObjectNode topology() {
    ObjectNode topology = JsonNodeFactory.instance.objectNode().put("generation", 1);
    ObjectNode application = topology.putArray("applications").addObject();
    application.put("application", "weighing").put("state", "RUNNING");
    application.putArray("tasks").addObject().put("task", "0_0").putArray("partitions").add("a-0");
    ArrayNode nodes = application.putArray("nodes");
    ObjectNode node = nodes.addObject().put("name", "in").put("kind", "SOURCE");
    node.put("subtopology", 0).putArray("topics").add("a");
    node.putArray("stores");
    node.putArray("next");
    return topology;
  }

  @Override
  public void answered(String path, int status, Duration took) {
    answered.incrementAndGet();
  }
}
