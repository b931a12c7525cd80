package io.newsledger.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Movement;
import java.io.UncheckedIOException;
import java.util.List;

/** What an article claims, as one line of JSON; nulls are written, fields in a fixed order. */
final class ExtractionJson {
  private static final double EXACT_WHOLE = 1e15;

  private final ObjectMapper mapper = new ObjectMapper();

  /** The line, without its end. */
  String line(String id, Extraction extraction) {
    try {
      return mapper.writeValueAsString(tree(id, extraction));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree that is already JSON cannot be written", e);
    }
  }

  /** The same as a tree. */
  ObjectNode tree(String id, Extraction extraction) {
    ObjectNode article = mapper.createObjectNode();
    article.put("id", id);
    if (!extraction.isRead()) {
      article.put("language", extraction.language());
    }
    ArrayNode movements = article.putArray("movements");
    extraction.movements().forEach(movement -> movements.add(movement(movement)));
    ArrayNode figures = article.putArray("figures");
    extraction.figures().forEach(figure -> figures.add(figure(figure)));
    return article;
  }

  private ObjectNode movement(Movement movement) {
    ObjectNode node = mapper.createObjectNode();
    node.put("person", movement.person());
    node.set("aliases", strings(movement.aliases()));
    node.put("from", movement.from());
    node.put("to", movement.to());
    node.put("unit", movement.unit());
    node.put("role", movement.role());
    node.put("date", movement.date());
    node.put("modality", movement.modality().name());
    node.put("evidence", movement.quote().text());
    return node;
  }

  private ObjectNode figure(Figure figure) {
    ObjectNode node = mapper.createObjectNode();
    node.set("entities", strings(figure.entities()));
    node.put("metric", figure.metric().name());
    node.put("scope", figure.scope());
    if (figure.value() == Math.rint(figure.value()) && Math.abs(figure.value()) < EXACT_WHOLE) {
      node.put("value", (long) figure.value());
    } else {
      node.put("value", figure.value());
    }
    node.put("unit", figure.unit());
    node.put("bound", figure.bound().name());
    node.put("asOf", figure.asOf());
    node.put("modality", figure.modality().name());
    node.put("evidence", figure.quote().text());
    return node;
  }

  private ArrayNode strings(List<String> items) {
    ArrayNode array = mapper.createArrayNode();
    items.forEach(array::add);
    return array;
  }
}
