package io.newsledger.app.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * Draws a topology as Mermaid draws flow charts: topics as cylinders, processors as boxes, stores
 * beside those that use them. What is scheduled together stands in one frame.
 */
final class TopologyPicture {
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Set<String> topics = new TreeSet<>();
  private final Set<String> edges = new TreeSet<>();
  private final List<String> frames = new ArrayList<>();

  private TopologyPicture() {}

  static String of(Topology topology) {
    TopologyPicture picture = new TopologyPicture();
    TopologyDescription description = topology.describe();
    description.subtopologies().stream()
        .sorted(Comparator.comparingInt(Subtopology::id))
        .forEach(picture::draw);
    description.globalStores().stream()
        .sorted(Comparator.comparingInt(GlobalStore::id))
        .forEach(picture::draw);
    return picture.text();
  }

  private void draw(Subtopology part) {
    StringBuilder frame = new StringBuilder("  subgraph part" + part.id() + "[task group ");
    frame.append(part.id()).append("]\n");
    Set<String> stores = new TreeSet<>();
    part.nodes().stream()
        .sorted(Comparator.comparing(Node::name))
        .forEach(node -> frame.append(draw(node, stores)));
    stores.forEach(store -> frame.append("    ").append(store(store)).append('\n'));
    frames.add(frame.append("  end\n").toString());
  }

  private void draw(GlobalStore global) {
    Set<String> stores = new TreeSet<>();
    StringBuilder frame = new StringBuilder("  subgraph global" + global.id() + "[everywhere]\n");
    frame.append(draw(global.source(), stores)).append(draw(global.processor(), stores));
    stores.forEach(store -> frame.append("    ").append(store(store)).append('\n'));
    frames.add(frame.append("  end\n").toString());
  }

  private String draw(Node node, Set<String> stores) {
    for (Node next : node.successors()) {
      if (!(next instanceof Sink)) {
        edges.add(from(node, next));
      }
    }
    if (node instanceof Source source) {
      topics.addAll(source.topicSet());
      return "";
    }
    if (node instanceof Sink sink) {
      topics.add(sink.topic());
      sink.predecessors().forEach(before -> edges.add(edge(id(before.name()), topic(sink))));
      return "";
    }
    for (String store : ((Processor) node).stores()) {
      stores.add(store);
      edges.add(id(node.name()) + " --- " + id("store " + store));
    }
    return "    " + id(node.name()) + "[\"" + node.name() + "\"]\n";
  }

  private String from(Node node, Node next) {
    if (!(node instanceof Source source)) {
      return edge(id(node.name()), id(next.name()));
    }
    StringBuilder all = new StringBuilder();
    for (String topic : new TreeSet<>(source.topicSet())) {
      all.append(all.isEmpty() ? "" : "\n  ").append(edge(id("topic " + topic), id(next.name())));
    }
    return all.toString();
  }

  private String topic(Sink sink) {
    return id("topic " + sink.topic());
  }

  private static String edge(String from, String to) {
    return from + " --> " + to;
  }

  private String store(String name) {
    return id("store " + name) + "[[\"" + name + "\"]]";
  }

  private String id(String name) {
    return ids.computeIfAbsent(name, unknown -> "n" + ids.size());
  }

  private String text() {
    StringBuilder text = new StringBuilder("```mermaid\nflowchart LR\n");
    for (String topic : topics) {
      text.append("  ").append(id("topic " + topic)).append("[(\"").append(topic).append("\")]\n");
    }
    frames.forEach(text::append);
    edges.forEach(edge -> text.append("  ").append(edge).append('\n'));
    return text.append("```\n").toString();
  }
}
