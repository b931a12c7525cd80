package io.newsledger.weighing;

import static io.newsledger.weighing.ClaimSets.talent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.DatedClaims;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.TalentClaim;
import java.util.List;
import org.junit.jupiter.api.Test;

class CareerFoldTest {
  @Test
  void noClaimsAreNoCareer() {
    assertTrue(CareerFold.fold("ada vale", List.of()).isEmpty());
  }

  @Test
  void differingDatesOfOneDepartureAreSpreadNotSteps() {
    Movement step =
        onlyStep(
            left("a", "2026-03-05", "2026-03-04"),
            left("b", "2026-03-05", "2026-03-04"),
            left("c", "2026-03-06", "2026-03-03"),
            left("d", "2026-03-06", "2026-03"));
    assertEquals("2026-03-04", step.getDate());
    assertEquals("2026-03-03", step.getEarliest());
    assertEquals("2026-03-04", step.getLatest());
    assertEquals(
        List.of(
            new DatedClaims("2026-03", List.of("d")),
            new DatedClaims("2026-03-03", List.of("c")),
            new DatedClaims("2026-03-04", List.of("a", "b"))),
        step.getDates());
    assertEquals(4, step.getSources());
  }

  @Test
  void aDepartureToldAloneJoinsTheTransferToldElsewhere() {
    Movement step =
        onlyStep(
            left("a", "2026-03-05", "2026-01"),
            talent("b", "2026-03-06").setFrom("Northlab").setTo("Southlab").setDate("2026-01"),
            talent("c", "2026-02-01").setTo("Southlab"));
    assertEquals("Northlab", step.getFrom());
    assertEquals("Southlab", step.getTo());
    assertEquals(List.of("a", "b", "c"), step.getClaims());
  }

  @Test
  void twoStintsAtOnePlaceStayTwo() {
    List<Movement> steps =
        steps(left("a", "2020-01-10", "2020-01-05"), left("b", "2026-03-05", "2026-03-04"));
    assertEquals(2, steps.size());
    assertEquals("2020-01-05", steps.get(0).getDate());
  }

  @Test
  void aNewPostDoesNotEndAnOldOne() {
    List<Movement> steps =
        steps(
            talent("a", "2024-01-10").setTo("Northlab").setDate("2024-01"),
            talent("b", "2026-03-05").setTo("Southlab").setUnit("board").setDate("2026-03"));
    assertEquals(2, steps.size());
    assertTrue(steps.stream().allMatch(step -> step.getFrom() == null));
  }

  @Test
  void aSeatOnTheBoardIsTakenAndLeftBesideAJob() {
    List<Movement> steps =
        steps(
            talent("a", "2026-03-01").setTo("Northlab").setRole("CTO").setDate("2026-03"),
            talent("b", "2026-03-02").setTo("Northlab").setUnit("Board").setDate("2026-03"),
            talent("c", "2026-03-02").setTo("Northlab").setRole("board member"),
            talent("d", "2026-03-03").setTo("Northlab").setDate("2026-03-03"));
    assertEquals(2, steps.size(), steps::toString);
    assertTrue(steps.stream().anyMatch(step -> step.getClaims().equals(List.of("b", "c"))));
    List<Movement> left =
        steps(
            left("a", "2026-03-01", "2026-03-01").setUnit("board of directors"),
            left("b", "2026-03-01", "2026-03-01").setUnit("research"));
    assertEquals(2, left.size(), "who leaves the board stays in the job, and the other way round");
  }

  @Test
  void unitsOfOneStepMayBeToldDifferently() {
    Movement step =
        onlyStep(
            left("a", "2026-03-01", "2026-03-01").setUnit("Comet"),
            left("b", "2026-03-01", "2026-03-01").setUnit("research").setRole("scientist"));
    assertEquals("research", step.getUnit());
  }

  @Test
  void twoStintsWithBothTheirEndsAreFourSteps() {
    List<Movement> steps =
        steps(
            talent("a", "2026-01-01").setTo("Northlab").setDate("2019"),
            left("b", "2026-01-01", "2021-06"),
            talent("c", "2026-01-01").setTo("Northlab").setDate("2023-02"),
            left("d", "2026-03-05", "2026-03-04"),
            left("e", "2026-03-06", null));
    assertEquals(
        List.of("2019", "2021-06", "2023-02", "2026-03-04"),
        steps.stream().map(Movement::getDate).toList());
    assertEquals(
        List.of("d", "e"), steps.get(3).getClaims(), "news without a date is of the nearest");
  }

  @Test
  void aDepartureIsOneWithATransferOnceTheDatesAllowIt() {
    TalentClaim.Builder transfer =
        talent("b", "2026-06-10").setFrom("Northlab").setTo("Southlab").setDate("2026-06-08");
    assertEquals(2, steps(left("a", "2026-03-05", "2026-03-04"), transfer).size());
    assertEquals(1, steps(left("a", "2026-03-05", "2026-05"), transfer).size());
    assertEquals(1, steps(left("a", "2026-03-05", "2026"), transfer).size());
    assertEquals(1, steps(left("a", "2026-03-05", null), transfer).size());
  }

  @Test
  void aReportedDepartureDoesNotMakeAnAnnouncedArrivalDone() {
    Movement step =
        onlyStep(
            left("a", "2026-03-05", "2026-03-04"),
            talent("b", "2026-03-06")
                .setFrom("Northlab")
                .setTo("Southlab")
                .setModality(Modality.ANNOUNCED));
    assertEquals(Modality.ANNOUNCED, step.getModality());
  }

  @Test
  void roleAndUnitAreThoseOfThePostTakenIfToldElseOfThePostLeft() {
    TalentClaim.Builder transfer =
        talent("c", "2026-03-06").setFrom("Northlab").setTo("Southlab").setDate("2026-03");
    List<TalentClaim.Builder> departures =
        List.of(
            left("a", "2026-03-05", "2026-03-04").setRole("lead").setUnit("Comet"),
            left("b", "2026-03-05", "2026-03-04").setRole("lead").setUnit("Comet"));
    Movement untold = onlyStep(departures.get(0), departures.get(1), transfer);
    assertEquals("lead", untold.getRole());
    Movement told =
        onlyStep(departures.get(0), departures.get(1), transfer.setRole("chief scientist"));
    assertEquals("chief scientist", told.getRole());
    assertEquals(null, told.getUnit());
  }

  @Test
  void aRumouredDestinationDoesNotBecomeCertainByTheDeparture() {
    List<Movement> steps =
        steps(
            left("a", "2026-03-05", "2026-03-04"),
            talent("b", "2026-03-06")
                .setFrom("Northlab")
                .setTo("Southlab")
                .setModality(Modality.RUMOURED));
    assertEquals(2, steps.size());
    Movement certain =
        steps.stream().filter(s -> s.getModality() == Modality.REPORTED).findFirst().orElseThrow();
    assertEquals(null, certain.getTo());
  }

  @Test
  void aDenialStandsAgainstTheRumourAndIsShown() {
    Movement step =
        onlyStep(
            talent("a", "2026-03-05").setTo("Southlab").setModality(Modality.RUMOURED),
            talent("b", "2026-03-06")
                .setFrom("Northlab")
                .setTo("Southlab")
                .setModality(Modality.DENIED));
    assertEquals(Modality.RUMOURED, step.getModality());
    assertEquals(List.of("b"), step.getAgainst());
  }

  @Test
  void aDenialOfAnArrivalSaysNothingOfTheDeparture() {
    List<Movement> steps =
        steps(
            left("a", "2026-03-05", "2026-03-04"),
            talent("b", "2026-03-06")
                .setFrom("Northlab")
                .setTo("Southlab")
                .setModality(Modality.DENIED));
    assertEquals(2, steps.size());
    assertEquals(
        Modality.DENIED,
        steps.stream().filter(s -> s.getTo() != null).findFirst().orElseThrow().getModality());
  }

  @Test
  void aReportOutranksAnAnnouncement() {
    Movement step =
        onlyStep(
            talent("a", "2026-03-01")
                .setFrom("Northlab")
                .setDate("2026-03-31")
                .setModality(Modality.ANNOUNCED),
            left("b", "2026-03-31", "2026-03-31"));
    assertEquals(Modality.REPORTED, step.getModality());
  }

  @Test
  void aChangeOfRoleIsNoDeparture() {
    assertEquals(
        2,
        steps(
                talent("a", "2026-03-01").setFrom("Northlab").setTo("Northlab"),
                left("b", "2026-03-02", null))
            .size());
  }

  @Test
  void namesInEitherOrderAreOnePersonShownAsMostlyPrinted() {
    assertEquals(NameKey.of("Lin Junyang"), NameKey.of("Junyang LIN"));
    assertEquals(NameKey.of("Zoë Q. Hitzig"), NameKey.of("Zoe Hitzig"));
    var career =
        CareerFold.fold(
                "ada vale",
                List.of(
                    talent("a", "2026-03-01").setFrom("Northlab").setPerson("Vale Ada").build(),
                    talent("b", "2026-03-01").setFrom("Northlab").setPerson("Ada Vale").build(),
                    talent("c", "2026-03-01").setFrom("Northlab").setPerson("Vale Ada").build()))
            .orElseThrow();
    assertEquals("Vale Ada", career.getName());
    assertEquals(List.of("Ada Vale", "Vale Ada"), career.getNames());
  }

  private static TalentClaim.Builder left(String id, String published, String date) {
    return talent(id, published).setFrom("Northlab").setDate(date);
  }

  private static Movement onlyStep(TalentClaim.Builder... claims) {
    List<Movement> steps = steps(claims);
    assertEquals(1, steps.size(), steps::toString);
    return steps.get(0);
  }

  private static List<Movement> steps(TalentClaim.Builder... claims) {
    return CareerFold.fold(
            "ada vale", java.util.Arrays.stream(claims).map(TalentClaim.Builder::build).toList())
        .orElseThrow()
        .getMovements();
  }
}
