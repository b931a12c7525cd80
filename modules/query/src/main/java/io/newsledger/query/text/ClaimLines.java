package io.newsledger.query.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims of one answer, by id, as lines beside what rests on them. */
final class ClaimLines {
  private final Map<String, JsonNode> claims = new HashMap<>();
  private final int most;

  /**
   * @param claims an object of claims by id, an array of them, or an object of such arrays by kind
   */
  ClaimLines(JsonNode claims) {
    this(claims, Integer.MAX_VALUE);
  }

  /**
   * @param most characters of a sentence that are shown
   */
  ClaimLines(JsonNode claims, int most) {
    this.most = most;
    gather(claims);
  }

  /**
   * The claim that was published first of those for a movement, else of those against it; and the
   * first of those that give the agreed date, if it is another.
   */
  String telling(JsonNode movement) {
    Set<String> quotes = new LinkedHashSet<>();
    earliest(movement.path("claims"))
        .or(() -> earliest(movement.path("against")))
        .ifPresent(
            first -> {
              quotes.add(Wording.quote(first, most));
              dating(movement, first).ifPresent(claim -> quotes.add(Wording.quote(claim, most)));
            });
    return String.join("\n", quotes);
  }

  private Optional<JsonNode> dating(JsonNode movement, JsonNode first) {
    String agreed = Wording.text(movement, "date");
    for (JsonNode dated : movement.path("dates")) {
      boolean agrees = Wording.text(dated, "date").equals(agreed);
      if (agrees && !Wording.text(first, "date").equals(agreed)) {
        return earliest(dated.path("claims"));
      }
    }
    return Optional.empty();
  }

  /** What each claim on a point says: value, words, source. */
  String all(JsonNode point, String unit) {
    List<String> lines = new ArrayList<>();
    for (String side : List.of("claims", "against", "implied")) {
      for (JsonNode id : point.path(side)) {
        JsonNode claim = claims.get(id.asText());
        if (claim != null) {
          String prefix =
              switch (side) {
                case "against" -> "against: ";
                case "implied" -> "a part: ";
                default -> "";
              };
          lines.add(prefix + Wording.value(claim, unit) + ": " + Wording.quote(claim, most));
        }
      }
    }
    return String.join("\n", lines);
  }

  private Optional<JsonNode> earliest(JsonNode ids) {
    JsonNode earliest = null;
    for (JsonNode id : ids) {
      JsonNode claim = claims.get(id.asText());
      if (claim != null
          && (earliest == null
              || claim.path("publishedAt").asText().compareTo(earliest.path("publishedAt").asText())
                  < 0)) {
        earliest = claim;
      }
    }
    return Optional.ofNullable(earliest);
  }

  private void gather(JsonNode node) {
    if (node.has("id") && node.has("quote")) {
      claims.put(node.get("id").asText(), node);
    } else {
      node.forEach(this::gather);
    }
  }
}
