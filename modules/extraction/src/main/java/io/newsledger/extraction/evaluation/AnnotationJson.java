package io.newsledger.extraction.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads annotations from JSON, one object an article. */
public final class AnnotationJson {
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * Reads one article's annotation. Figures without a number are passed over; what is no field of
   * an annotation is not looked at.
   *
   * @throws IllegalArgumentException if it is no JSON object with an id, or a field has the wrong
   *     type; the message says which
   */
  public Annotation read(String json) {
    JsonNode root;
    try {
      root = mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
    List<Annotation.Step> movements = new ArrayList<>();
    for (JsonNode movement : root.path("movements")) {
      movements.add(
          new Annotation.Step(
              required(movement, "person"),
              strings(movement, "aliases"),
              text(movement, "from"),
              text(movement, "to"),
              text(movement, "date"),
              text(movement, "modality"),
              movement.path("optional").asBoolean(false)));
    }
    List<Annotation.Amount> figures = new ArrayList<>();
    for (JsonNode figure : root.path("figures")) {
      if (figure.path("value").isNumber()) {
        figures.add(
            new Annotation.Amount(
                strings(figure, "entities"),
                required(figure, "metric"),
                figure.path("value").doubleValue(),
                required(figure, "unit"),
                text(figure, "asOf"),
                text(figure, "modality"),
                figure.path("optional").asBoolean(false)));
      }
    }
    return new Annotation(required(root, "id"), movements, figures);
  }

  private static String required(JsonNode node, String field) {
    String text = text(node, field);
    if (text == null) {
      throw new IllegalArgumentException("'" + field + "' is missing in " + node.toString());
    }
    return text;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is no text in " + node.toString());
    }
    return value.textValue();
  }

  private static List<String> strings(JsonNode node, String field) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : node.path(field)) {
      strings.add(item.asText());
    }
    return strings;
  }
}
