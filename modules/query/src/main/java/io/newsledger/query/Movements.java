package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.weighing.Ends;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers about movements of everybody. */
final class Movements {
  private final StateReader state;
  private final Limits limits;

  Movements(StateReader state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /** Movements in the window, those told last first. */
  ObjectNode list(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    Found found = find(organisation, window, asOf);
    Page.Part<ToldMovement> part =
        page.atMost(limits.answer()).of(found.movements(), ToldMovement::key);
    ObjectNode answer = answer(organisation, window, asOf);
    Proof proof = new Proof(state, asOf, limits.claims());
    ArrayNode movements = answer.putArray("movements");
    for (ToldMovement one : part.items()) {
      movements.add(one.json());
      proof.add(one.movement());
    }
    part.describe(answer);
    return proof.prove(answer, found.truncated());
  }

  /** Who went from where to where in the window, and the flow of each organisation. */
  ObjectNode flows(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    Found found = find(organisation, window, asOf);
    ObjectNode answer = answer(organisation, window, asOf);
    answer.set("links", FlowLinks.of(found.movements()));
    ArrayNode flows = answer.putArray("flows");
    found
        .ends()
        .forEach(
            (name, ends) -> {
              if (organisation.isEmpty() || Names.same(organisation.get(), name)) {
                FlowView.total(name, window.name(), ends)
                    .ifPresent(flow -> flows.add(EventJson.of(flow)));
              }
            });
    Proof proof = new Proof(state, asOf, limits.claims());
    ArrayNode movements = answer.putArray("movements");
    Page.Part<ToldMovement> part =
        page.atMost(limits.answer()).of(found.movements(), ToldMovement::key);
    for (ToldMovement one : part.items()) {
      movements.add(one.json());
      proof.add(one.movement());
    }
    part.describe(answer);
    return proof.prove(answer, found.truncated() || part.next().isPresent());
  }

  private Found find(Optional<String> organisation, Window window, AsOf asOf) {
    KnownState known = new KnownState(state, asOf, limits.scan());
    Map<String, String> days = days();
    List<ToldMovement> movements = new ArrayList<>();
    TreeMap<String, List<OrganisationMovement>> ends = new TreeMap<>();
    boolean truncated =
        known.careers(
            career -> {
              told(career, organisation, window, days, movements);
              for (OrganisationMovement end : Ends.of(career)) {
                if (window.holds(end.getMovement().getDate())) {
                  ends.computeIfAbsent(end.getOrganisation(), name -> new ArrayList<>()).add(end);
                }
              }
            });
    if (movements.isEmpty() && organisation.isPresent()) {
      checkKnown(organisation.get(), known, asOf);
    }
    return new Found(movements, ends, truncated);
  }

  private static void told(
      Career career,
      Optional<String> organisation,
      Window window,
      Map<String, String> days,
      List<ToldMovement> movements) {
    career
        .getMovements()
        .forEach(
            movement -> {
              ToldMovement one = ToldMovement.of(career, movement, days);
              if (window.holds(movement.getDate())
                  && (organisation.isEmpty() || one.touches(organisation.get()))) {
                movements.add(one);
              }
            });
  }

  /** Day of publication of every claim on a movement, by its id. */
  private Map<String, String> days() {
    Map<String, String> days = new HashMap<>();
    state.visit(
        Stores.TALENT_CLAIMS,
        Keys.ALL,
        limits.scan(),
        (id, claim) -> days.put(id, claim.getPublishedAt().toString().substring(0, 10)));
    return days;
  }

  private static void checkKnown(String typed, KnownState known, AsOf asOf) {
    Set<String> names = new TreeSet<>(new Directory(known).organisations());
    if (names.stream().noneMatch(name -> Names.same(typed, name))) {
      throw new NotKnown(
          "no movement from or to '" + typed + "' is known" + asOf.words(),
          Directory.like(typed, names));
    }
  }

  private static ObjectNode answer(Optional<String> organisation, Window window, AsOf asOf) {
    ObjectNode answer = asOf.answer();
    answer.put("organisation", organisation.orElse(null));
    answer.put("window", window.name());
    return answer;
  }

  /**
   * What was found.
   *
   * @param movements those asked for
   * @param ends all movements in the window, by organisation
   */
  private record Found(
      List<ToldMovement> movements,
      Map<String, List<OrganisationMovement>> ends,
      boolean truncated) {}
}
