package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.End;
import io.newsledger.events.Flow;
import io.newsledger.events.FlowPerson;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * A flow that is moved by each change of a movement, one person at a time, is the flow of all
 * movements, whatever came and went before; also where there are more than it names.
 */
class FlowLawsTest {
  private static final String NORTHLAB = "Northlab";
  private static final Modality[] MODALITIES = {
    Modality.REPORTED, Modality.REPORTED, Modality.ANNOUNCED, Modality.RUMOURED, Modality.DENIED
  };
  private static final String[] OTHERS = {"Southlab", "Eastlab", null};
  private static final String[] DATES = {
    null, "2025-12", "2026", "2026-01", "2026-03", "2026-03-31", "2026-04-01", "2026-12-31"
  };

  private final Map<String, OrganisationMovement> movements = new TreeMap<>();
  private final Map<String, FlowPerson> people = new TreeMap<>();
  private final Map<String, Flow> flows = new TreeMap<>();

  @Property(tries = 1000)
  void aFlowThatIsMovedIsTheFlowOfAll(@ForAll long seed) {
    movements.clear();
    people.clear();
    flows.clear();
    Random random = new Random(seed);
    int changes = 1 + random.nextInt(random.nextBoolean() ? 30 : 300);
    boolean full = false;
    for (int i = 0; i < changes; i++) {
      // Long runs in which much comes or much goes.
      boolean goes = random.nextInt(10) < (i / 120 % 2 == 0 ? 1 : 8);
      if (goes && !movements.isEmpty()) {
        String row = List.copyOf(movements.keySet()).get(random.nextInt(movements.size()));
        change(row, random.nextInt(4) == 0 ? again(movements.get(row), random) : null);
      } else {
        OrganisationMovement end = end(random);
        change(row(end), end);
      }
      for (Flow flow : flows.values()) {
        full |= flow.getMovements().size() == FlowFold.NAMED;
      }
    }
    assertEquals(ofAll(), flows);
    Statistics.label("a flow that names as many as it may")
        .collect(full)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
  }

  private void change(String row, OrganisationMovement after) {
    OrganisationMovement before = movements.get(row);
    if (after == null) {
      movements.remove(row);
    } else {
      movements.put(row, after);
    }
    OrganisationMovement any = after == null ? before : after;
    List<Period> periods = Period.of(any.getMovement().getDate());
    String year = periods.get(periods.size() - 1).name();
    String place = year + " " + any.getPerson();
    FlowPerson old = people.remove(place);
    Optional<FlowPerson> now = FlowFold.with(old, before, after);
    now.ifPresent(person -> people.put(place, person));
    for (Period period : periods) {
      Optional<Flow> flow =
          FlowFold.moved(
              NORTHLAB,
              period,
              flows.remove(period.name()),
              old,
              now.orElse(null),
              () ->
                  people.entrySet().stream()
                      .filter(entry -> entry.getKey().startsWith(year + " "))
                      .map(Map.Entry::getValue)
                      .toList());
      flow.ifPresent(told -> flows.put(period.name(), told));
    }
  }

  private Map<String, Flow> ofAll() {
    return movements.values().stream()
        .flatMap(end -> Period.of(end.getMovement().getDate()).stream())
        .distinct()
        .flatMap(period -> FlowFold.fold(NORTHLAB, period, movements.values()).stream())
        .collect(Collectors.toMap(Flow::getPeriod, flow -> flow, (a, b) -> a, TreeMap::new));
  }

  private static String row(OrganisationMovement end) {
    return end.getMovement().getDate() + " " + end.getPerson() + " " + end.getMovement().getId();
  }

  /** The same movement, told by others. */
  private static OrganisationMovement again(OrganisationMovement end, Random random) {
    Movement movement = end.getMovement();
    return end(movement.getId(), end.getPerson(), end.getEnd(), movement.getDate(), random);
  }

  private static OrganisationMovement end(Random random) {
    End end = random.nextInt(8) == 0 ? End.WITHIN : any(random, new End[] {End.JOINED, End.LEFT});
    return end(
        String.format("%08x", random.nextInt()),
        "person " + random.nextInt(30),
        end,
        any(random, DATES),
        random);
  }

  private static OrganisationMovement end(
      String id, String person, End end, String date, Random random) {
    Movement movement =
        Movement.newBuilder()
            .setId(id)
            .setDate(date)
            .setDates(List.of())
            .setModality(any(random, MODALITIES))
            .setClaims(List.of("yes"))
            .setAgainst(random.nextInt(4) == 0 ? List.of("no") : List.of())
            .setSources(1)
            .build();
    return OrganisationMovement.newBuilder()
        .setOrganisation(NORTHLAB)
        .setEnd(end)
        .setCounterpart(any(random, OTHERS))
        .setPerson(person)
        .setName(person)
        .setRemoved(false)
        .setMovement(movement)
        .build();
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
