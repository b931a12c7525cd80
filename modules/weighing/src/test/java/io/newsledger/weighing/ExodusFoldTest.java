package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Departure;
import io.newsledger.events.Exodus;
import io.newsledger.events.Modality;
import io.newsledger.events.TalentClaim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExodusFoldTest {
  @Test
  void threePeopleWithinThirtyDaysAreAnAlert() {
    Exodus alert =
        alerts(
                left("Ada Vale", "2026-03-01"),
                left("Bo Quill", "2026-03-14"),
                left("Cy Marsh", "2026-03-31"))
            .get(0);
    assertEquals("Northlab", alert.getOrganisation());
    assertNull(alert.getUnit());
    assertEquals("2026-03", alert.getStart());
    assertEquals("2026-03-01", alert.getFrom());
    assertEquals("2026-03-31", alert.getTo());
    assertEquals(3, alert.getPeople());
    assertEquals(List.of("Ada Vale", "Bo Quill", "Cy Marsh"), names(alert.getDepartures()));
    assertEquals(3, alert.getMovements().size());
    alert
        .getDepartures()
        .forEach(departure -> assertEquals(1, departure.getClaims().size(), "each has its proof"));
  }

  @Test
  void twoPeopleOrThirtyOneDaysAreNone() {
    assertEquals(List.of(), alerts(left("Ada Vale", "2026-03-01"), left("Bo Quill", "2026-03-02")));
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03-01"),
            left("Bo Quill", "2026-03-14"),
            left("Cy Marsh", "2026-04-01")));
  }

  @Test
  void onePersonCountsOnce() {
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03-01"),
            left("Ada Vale", "2026-03-02").setTo("Eastlab"),
            left("Ada Vale", "2026-03-03").setTo("Southlab"),
            left("Bo Quill", "2026-03-04")));
  }

  @Test
  void aMonthCountsOnlyWhereAllItsDaysLieWithin() {
    assertEquals(
        1,
        alerts(
                left("Ada Vale", "2026-03"),
                left("Bo Quill", "2026-03"),
                left("Cy Marsh", "2026-03-20"))
            .size());
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03"),
            left("Bo Quill", "2026-03-31"),
            left("Cy Marsh", "2026-04-01")),
        "the first of March is more than thirty days before April");
    assertEquals(
        List.of(),
        fold(
            new ExodusRule(3, 20),
            left("Ada Vale", "2026-03"),
            left("Bo Quill", "2026-03"),
            left("Cy Marsh", "2026-03")));
  }

  @Test
  void yearsAndNoDateCountForNothing() {
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03-01"),
            left("Bo Quill", "2026-03-02"),
            left("Cy Marsh", "2026"),
            left("Di Fern", null)));
  }

  @Test
  void rumoursAndDenialsCountForNothing() {
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03-01"),
            left("Bo Quill", "2026-03-02"),
            left("Cy Marsh", "2026-03-03").setModality(Modality.RUMOURED),
            left("Di Fern", "2026-03-03").setModality(Modality.DENIED)));
  }

  @Test
  void whatSomeDenyIsKeptApart() {
    TalentClaim.Builder denial =
        left("Di Fern", "2026-03-05").setId("no").setModality(Modality.DENIED);
    List<TalentClaim.Builder> claims =
        new ArrayList<>(
            List.of(
                left("Ada Vale", "2026-03-01"),
                left("Bo Quill", "2026-03-02"),
                left("Di Fern", "2026-03-05"),
                denial));
    assertEquals(List.of(), alerts(claims.toArray(TalentClaim.Builder[]::new)));
    claims.add(left("Cy Marsh", "2026-03-03"));
    Exodus alert = alerts(claims.toArray(TalentClaim.Builder[]::new)).get(0);
    assertEquals(3, alert.getPeople());
    assertEquals(List.of("Di Fern"), names(alert.getContested()));
    assertEquals(List.of("no"), alert.getContested().get(0).getAgainst());
    assertEquals("2026-03-03", alert.getTo(), "it moves no bound either");
  }

  @Test
  void itGrowsAlongAChainAndEndsAtAGap() {
    List<Exodus> alerts =
        alerts(
            left("Ada Vale", "2026-01-01"),
            left("Bo Quill", "2026-01-10"),
            left("Cy Marsh", "2026-01-20"),
            left("Di Fern", "2026-02-05"),
            left("Ed Holt", "2026-04-20"),
            left("Flo Reed", "2026-05-01"),
            left("Gus Lark", "2026-05-02"));
    assertEquals(2, alerts.size());
    assertEquals("2026-02-05", alerts.get(0).getTo());
    assertEquals(4, alerts.get(0).getPeople());
    assertEquals("2026-04", alerts.get(1).getStart());
  }

  @Test
  void anAlertOfOneUnitStandsAloneUntilOthersLeaveToo() {
    List<TalentClaim.Builder> claims =
        new ArrayList<>(
            List.of(
                left("Ada Vale", "2026-03-01").setUnit("Orbit"),
                left("Bo Quill", "2026-03-02").setUnit("orbit"),
                left("Cy Marsh", "2026-03-03").setUnit("Orbit")));
    List<Exodus> unit = alerts(claims.toArray(TalentClaim.Builder[]::new));
    assertEquals(List.of("Orbit"), unit.stream().map(Exodus::getUnit).toList());
    claims.add(left("Di Fern", "2026-03-04").setUnit("Lantern"));
    List<Exodus> both = alerts(claims.toArray(TalentClaim.Builder[]::new));
    assertEquals(Arrays.asList(null, "Orbit"), both.stream().map(Exodus::getUnit).toList());
    assertEquals(List.of(4, 3), both.stream().map(Exodus::getPeople).toList());
    assertEquals(unit.get(0), both.get(1));
  }

  @Test
  void theUnitOfATransferMayBeTheOneJoined() {
    assertNull(
        alerts(
                left("Ada Vale", "2026-03-01").setTo("Eastlab").setUnit("Orbit"),
                left("Bo Quill", "2026-03-02").setTo("Eastlab").setUnit("Orbit"),
                left("Cy Marsh", "2026-03-03").setTo("Eastlab").setUnit("Orbit"))
            .get(0)
            .getUnit());
    assertEquals(
        "Orbit",
        alerts(
                left("Ada Vale", "2026-03-01").setTo("Eastlab").setUnit("Orbit"),
                left("Bo Quill", "2026-03-02").setTo("Eastlab").setUnit("Orbit"),
                left("Cy Marsh", "2026-03-03").setUnit("Orbit"))
            .get(0)
            .getUnit(),
        "somebody left it for nowhere: it is a unit of the organisation left");
  }

  @Test
  void aChangeOfRoleIsNoDeparture() {
    assertEquals(
        List.of(),
        alerts(
            left("Ada Vale", "2026-03-01").setTo("Northlab"),
            left("Bo Quill", "2026-03-02").setTo("Northlab"),
            left("Cy Marsh", "2026-03-03").setTo("Northlab")));
  }

  @Test
  void inLessThanAMonthAlertsAreNamedByTheirDay() {
    List<Exodus> alerts =
        fold(
            new ExodusRule(2, 5),
            left("Ada Vale", "2026-03-01"),
            left("Bo Quill", "2026-03-02"),
            left("Cy Marsh", "2026-03-20"),
            left("Di Fern", "2026-03-21"));
    assertEquals(
        List.of("2026-03-01", "2026-03-20"), alerts.stream().map(Exodus::getStart).toList());
    assertEquals(2, alerts.get(0).getAtLeast());
    assertEquals(5, alerts.get(0).getWithinDays());
  }

  @Test
  void rulesAreRead() {
    ExodusRules rules = ExodusRules.parse(List.of("4/14", "Northlab=2/366"));
    assertEquals(new ExodusRule(4, 14), rules.of("Southlab"));
    assertEquals(new ExodusRule(2, 366), rules.of("Northlab"));
    assertEquals(ExodusRules.DEFAULT, ExodusRules.parse(List.of()));
    assertEquals(
        Map.of("A=B", new ExodusRule(3, 30)), ExodusRules.parse(List.of("A=B=3/30")).own());
    for (List<String> bad :
        List.of(
            List.of("three"),
            List.of("1/30"),
            List.of("3/0"),
            List.of("3/367"),
            List.of("3/-1"),
            List.of("=3/30"),
            List.of("3/30", "4/30"),
            List.of("A=3/30", "A=3/30"))) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> ExodusRules.parse(bad)).getMessage();
      assertTrue(message.length() > 20, message);
    }
  }

  private static TalentClaim.Builder left(String name, String date) {
    return ClaimSets.talent("c " + name + " " + date, "2026-03-05")
        .setPerson(name)
        .setFrom("Northlab")
        .setDate(date);
  }

  private static List<Exodus> alerts(TalentClaim.Builder... claims) {
    return fold(ExodusRule.DEFAULT, claims);
  }

  private static List<Exodus> fold(ExodusRule rule, TalentClaim.Builder... claims) {
    List<TalentClaim> built = Arrays.stream(claims).map(TalentClaim.Builder::build).toList();
    return ExodusFold.fold("Northlab", rule, ViewSets.ends(built, "Northlab"));
  }

  private static List<String> names(List<Departure> departures) {
    return departures.stream().map(Departure::getName).toList();
  }
}
