package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Flow;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.json.EventJson;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import java.util.List;
import java.util.Set;

/** Answers who came to an organisation and who left it. Immutable. */
final class Flows {
  private final StateReader state;
  private final Limits limits;

  Flows(StateReader state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /** See {@link Ledger#flow}. */
  ObjectNode of(String organisation, Window window, AsOf asOf) {
    KnownState known = known(asOf);
    Rows<OrganisationMovement> exact = known.movements(organisation);
    // Only a name that is not known as typed is worth a look at all names.
    String name = exact.rows().isEmpty() ? organisation(organisation, known) : organisation;
    Rows<OrganisationMovement> all = exact.rows().isEmpty() ? known.movements(name) : exact;
    List<OrganisationMovement> ends =
        all.rows().stream().filter(end -> window.holds(end.getMovement().getDate())).toList();
    ObjectNode answer = asOf.answer();
    answer.put("organisation", name);
    answer.put("window", window.name());
    answer.set("total", FlowView.total(name, window.name(), ends).map(Flows::flow).orElse(null));
    ArrayNode periods = answer.putArray("periods");
    FlowView.periods(name, ends).forEach(flow -> periods.add(flow(flow)));
    Proof proof = proof(asOf);
    ArrayNode movements = answer.putArray("movements");
    ends.stream()
        .limit(limits.answer())
        .forEach(
            end -> {
              proof.add(end.getMovement());
              ObjectNode movement = EventJson.of(end);
              movement.remove(List.of("organisation", "removed"));
              movements.add(movement);
            });
    return proof.prove(answer, all.truncated() || ends.size() > limits.answer());
  }

  /** The name as the ledger has it. */
  private static String organisation(String typed, KnownState known) {
    Set<String> names = new Directory(known).organisations();
    return names.stream()
        .filter(name -> Names.same(typed, name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotKnown(
                    "no movement from or to '" + typed + "' is known" + known.asOf().words(),
                    Directory.like(typed, names)));
  }

  private static ObjectNode flow(Flow flow) {
    ObjectNode json = EventJson.of(flow);
    json.remove("organisation");
    return json;
  }

  private KnownState known(AsOf asOf) {
    return new KnownState(state, asOf, limits.scan());
  }

  private Proof proof(AsOf asOf) {
    return new Proof(state, asOf, limits.claims());
  }
}
