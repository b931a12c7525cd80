package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who went from one organisation to another: movements gathered by both of their ends. */
final class FlowLinks {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FlowLinks() {}

  /**
   * The links, those with most people first: {@code [{from, to, people, doubtful, movements}]}. An
   * end that nobody tells is null. A person counts once a link, as certain if any movement is.
   * Changes inside an organisation and what is only denied count for nothing.
   */
  static ArrayNode of(Collection<ToldMovement> movements) {
    TreeMap<String, Link> links = new TreeMap<>();
    for (ToldMovement one : movements) {
      Movement movement = one.movement();
      boolean within = Objects.equals(movement.getFrom(), movement.getTo());
      if (!within && movement.getModality() != Modality.DENIED) {
        links
            .computeIfAbsent(
                movement.getFrom() + "\u0000" + movement.getTo(),
                ends -> new Link(movement.getFrom(), movement.getTo()))
            .add(one);
      }
    }
    List<Link> sorted =
        links.values().stream()
            .sorted(Comparator.comparingInt((Link link) -> -link.certain.size() - link.doubtful()))
            .toList();
    ArrayNode array = JSON.arrayNode();
    sorted.forEach(link -> array.add(link.json()));
    return array;
  }

  /** One link, while it is gathered. */
  private static final class Link {
    private final String from;
    private final String to;
    private final Set<String> certain = new HashSet<>();
    private final Set<String> uncertain = new HashSet<>();
    private final TreeSet<String> movements = new TreeSet<>();

    private Link(String from, String to) {
      this.from = from;
      this.to = to;
    }

    private void add(ToldMovement one) {
      (one.isCertain() ? certain : uncertain).add(one.person());
      movements.add(one.movement().getId());
    }

    private int doubtful() {
      return (int) uncertain.stream().filter(person -> !certain.contains(person)).count();
    }

    private ObjectNode json() {
      ObjectNode json = JSON.objectNode();
      json.put("from", from);
      json.put("to", to);
      json.put("people", certain.size());
      json.put("doubtful", doubtful());
      ArrayNode ids = json.putArray("movements");
      movements.forEach(ids::add);
      return json;
    }
  }
}
