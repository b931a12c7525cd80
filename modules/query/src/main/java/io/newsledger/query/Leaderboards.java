package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.SeriesPoint;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.PartialDate;
import io.newsledger.weighing.ScopeKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Who holds how much of something at a date.
 *
 * @param known what was known
 * @param page rows that are shown, of all boards one after the other
 */
record Leaderboards(KnownState known, Page page) {
  private record Row(Leaderboard board, SeriesPoint point) {
    List<String> place() {
      return board.place(point);
    }
  }

  /** The answer to a question, a board for each scope and unit. */
  ObjectNode of(LeaderboardQuestion question, Proof proof) {
    Rows<SeriesPoint> all = known.points(entities -> true);
    List<SeriesPoint> told =
        all.rows().stream().filter(point -> point.getMetric() == question.metric()).toList();
    Optional<String> wanted = question.scope().map(ScopeKey::of);
    List<SeriesPoint> points =
        told.stream()
            .filter(point -> wanted.isEmpty() || wanted.get().equals(scope(point)))
            .toList();
    Optional<LocalDate> at =
        question.at().map(PartialDate::last).or(() -> Leaderboard.newest(points));
    List<Leaderboard> boards =
        at.map(day -> Leaderboard.of(points, day, question.days())).orElse(List.of());
    if (boards.isEmpty()) {
      question.scope().ifPresent(typed -> refuse(typed, told));
    }
    Page.Part<Row> part =
        page.of(
            boards.stream()
                .flatMap(board -> board.rows().stream().map(point -> new Row(board, point)))
                .toList(),
            Row::place);
    Map<Leaderboard, List<SeriesPoint>> shown = new LinkedHashMap<>();
    for (Row row : part.items()) {
      proof.add(row.point());
      shown.computeIfAbsent(row.board(), board -> new ArrayList<>()).add(row.point());
    }
    ObjectNode answer = known.asOf().answer();
    answer.put("metric", question.metric().name());
    answer.put("at", at.map(LocalDate::toString).orElse(null));
    answer.put("days", question.days());
    ArrayNode array = answer.putArray("boards");
    shown.forEach((board, rows) -> array.add(board.json(at.orElseThrow(), rows)));
    part.describe(answer);
    return proof.prove(answer, all.truncated() || part.next().isPresent());
  }

  private void refuse(String typed, List<SeriesPoint> told) {
    TreeSet<String> scopes = new TreeSet<>();
    told.forEach(point -> scopes.add(scope(point)));
    throw new NotKnown(
        "nothing is told of '" + typed + "' by then" + known.asOf().words(),
        Directory.like(typed, scopes));
  }

  private static String scope(SeriesPoint point) {
    return Objects.requireNonNullElse(point.getScope(), "");
  }
}
