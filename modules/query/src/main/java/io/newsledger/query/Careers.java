package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.json.EventJson;
import io.newsledger.query.state.StateReader;
import io.newsledger.weighing.NameKey;
import java.util.List;

/** Answers what a person's career is. Immutable. */
final class Careers {
  private final StateReader state;
  private final Limits limits;

  Careers(StateReader state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /** See {@link Ledger#career}. */
  ObjectNode of(String name, AsOf asOf) {
    String key = NameKey.of(name);
    if (key.isEmpty()) {
      throw new BadQuestion("'" + name + "' is no name: give one with letters", List.of());
    }
    KnownState known = known(asOf);
    Career career =
        known
            .career(known.person(key))
            .orElseThrow(
                () ->
                    new NotKnown(
                        "no career of '" + name + "' is known" + asOf.words(),
                        new Directory(known).peopleLike(name)));
    Proof proof = proof(asOf);
    career.getMovements().forEach(proof::add);
    ObjectNode answer = asOf.answer();
    answer.set("career", EventJson.of(career));
    return proof.prove(answer, false);
  }

  private KnownState known(AsOf asOf) {
    return new KnownState(state, asOf, limits.scan());
  }

  private Proof proof(AsOf asOf) {
    return new Proof(state, asOf, limits.claims());
  }
}
