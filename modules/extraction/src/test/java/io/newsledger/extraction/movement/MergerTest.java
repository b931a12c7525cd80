package io.newsledger.extraction.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.people.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {
  private static final Person ADA = new Person("Ada Okafor", List.of());
  private static final Person LEO = new Person("Leo Brandt", List.of());

  @Test
  void departureAndArrivalInOnePlaceAreOneStep() {
    List<List<Candidate>> steps =
        Merger.merge(List.of(step(ADA, "Intel", null, null, 3), step(ADA, null, "IBM", null, 4)));
    assertEquals(1, steps.size());
    assertEquals("Intel", Merger.from(steps.get(0)));
    assertEquals("IBM", Merger.to(steps.get(0)));
  }

  @Test
  void farApartTheyAreTwo() {
    List<List<Candidate>> steps =
        Merger.merge(List.of(step(ADA, "Intel", null, null, 3), step(ADA, null, "IBM", null, 9)));
    assertEquals(2, steps.size());
  }

  @Test
  void aStepToldTwiceIsOne() {
    List<List<Candidate>> steps =
        Merger.merge(
            List.of(step(ADA, "Intel", null, "2026-03-04", 0), step(ADA, "Intel", null, null, 20)));
    assertEquals(1, steps.size());
    assertNull(Merger.to(steps.get(0)));
  }

  @Test
  void twoStintsStayTwo() {
    List<List<Candidate>> steps =
        Merger.merge(
            List.of(step(ADA, null, "Intel", "2015", 2), step(ADA, null, "Intel", "2024-05", 12)));
    assertEquals(2, steps.size());
  }

  @Test
  void joiningAndLeavingOneCompanyAreTwo() {
    List<List<Candidate>> steps =
        Merger.merge(
            List.of(step(ADA, null, "Intel", "2015", 2), step(ADA, "Intel", null, "2018", 3)));
    assertEquals(2, steps.size());
  }

  @Test
  void differentPeopleStayApart() {
    List<List<Candidate>> steps =
        Merger.merge(List.of(step(ADA, "Intel", null, null, 1), step(LEO, "Intel", null, null, 1)));
    assertEquals(2, steps.size());
  }

  private static Candidate step(Person person, String from, String to, String date, int sentence) {
    Frames.Entry entry = Frames.load().of("left").get(0);
    Trigger trigger = new Trigger(entry, 1, 1, 1, false, false);
    return new Candidate(
        person,
        from,
        to,
        null,
        null,
        date,
        Modality.REPORTED,
        sentence,
        trigger,
        false,
        Signs.NONE);
  }
}
