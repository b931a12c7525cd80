package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** The days on which the ledger learnt something: those that have revisions of articles. */
final class Days {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Days() {}

  /** {@code {first, last, days: [{day, revisions}], truncated}}; first and last null if none. */
  static ObjectNode of(StateReader state, int scan) {
    TreeMap<LocalDate, Integer> days = new TreeMap<>();
    boolean truncated =
        state.visit(
            Stores.ARTICLES,
            Keys.ALL,
            scan,
            (row, revision) ->
                days.merge(
                    LocalDate.ofInstant(revision.getRevisedAt(), ZoneOffset.UTC), 1, Integer::sum));
    ObjectNode answer = JSON.objectNode();
    answer.put("first", days.isEmpty() ? null : days.firstKey().toString());
    answer.put("last", days.isEmpty() ? null : days.lastKey().toString());
    ArrayNode array = answer.putArray("days");
    for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
      array.addObject().put("day", day.getKey().toString()).put("revisions", day.getValue());
    }
    answer.put("truncated", truncated);
    return answer;
  }
}
