package io.newsledger.app.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;

/** A topology as JSON: {@code [{name, kind, subtopology, topics, stores, next}]}, sorted. */
final class TopologyNodes {
  private TopologyNodes() {}

  static ArrayNode of(TopologyDescription topology) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    topology.subtopologies().stream()
        .sorted(Comparator.comparingInt(TopologyDescription.Subtopology::id))
        .forEach(
            part ->
                part.nodes().stream()
                    .sorted(Comparator.comparing(TopologyDescription.Node::name))
                    .forEach(node -> nodes.add(node(part.id(), node))));
    return nodes;
  }

  private static ObjectNode node(int part, TopologyDescription.Node node) {
    String kind = "PROCESSOR";
    Set<String> topics = Set.of();
    Set<String> stores = Set.of();
    if (node instanceof TopologyDescription.Source source) {
      kind = "SOURCE";
      topics = source.topicSet();
    } else if (node instanceof TopologyDescription.Sink sink) {
      kind = "SINK";
      // Null if each record chooses its topic.
      topics = sink.topic() == null ? Set.of() : Set.of(sink.topic());
    } else if (node instanceof TopologyDescription.Processor processor) {
      stores = processor.stores();
    }
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", node.name())
            .put("kind", kind)
            .put("subtopology", part);
    add(json.putArray("topics"), topics);
    add(json.putArray("stores"), stores);
    add(
        json.putArray("next"),
        node.successors().stream().map(TopologyDescription.Node::name).collect(Collectors.toSet()));
    return json;
  }

  private static void add(ArrayNode array, Set<String> names) {
    names.stream().sorted().forEach(array::add);
  }
}
