package io.newsledger.extraction.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Evaluation evaluation = new Evaluation();

  @Test
  void anAnnotationAgreesWithItself() {
    Annotation gold =
        annotation(
            List.of(step("Ada Muster", "Acme", "Globex", "2026-03", "REPORTED")),
            List.of(amount("Acme", "USERS", 3e6, "2026-03")));
    evaluation.compare(gold, gold);
    assertEquals(new Tally(2, 2, 2, 2), evaluation.tally(Evaluation.Subject.ENDS));
    assertEquals(new Tally(1, 1, 1, 1), evaluation.tally(Evaluation.Subject.FIGURES));
    assertEquals(List.of(), evaluation.mistakes());
  }

  @Test
  void namesAreOneWhateverTheirOrderAccentsAndLegalForm() {
    compareSteps(
        step("José T. Muster", "The Acme Group, Inc.", null, null, "REPORTED"),
        step("Muster Jose", "acme", null, null, "REPORTED"));
    assertEquals(1, ends().right());
    compareSteps(
        step("José van Muster", "Acme", null, null, "REPORTED"),
        step("Muster", "Acme", null, null, "REPORTED"));
    assertEquals(1, ends().right(), "one part of a name is not enough");
  }

  @Test
  void aliasesCountAsTheName() {
    Annotation.Step gold =
        new Annotation.Step("Bo", List.of("Bo Muster"), "Acme", null, null, "REPORTED", false);
    compareSteps(gold, step("Muster Bo", "Acme", null, null, "REPORTED"));
    assertEquals(1, ends().right());
  }

  @Test
  void bothEndsAtOnePlaceAreAChangeWithin() {
    compareSteps(
        step("Ada Muster", "Acme", "Acme", null, "REPORTED"),
        step("Ada Muster", "Acme", null, null, "REPORTED"));
    assertEquals(new Tally(1, 1, 0, 0), ends());
    assertEquals(
        List.of(Mistake.Kind.MISSED, Mistake.Kind.MADE_UP),
        evaluation.mistakes().stream().map(Mistake::kind).toList());
  }

  @Test
  void announcedIsAsGoodAsReportedButARumourIsNot() {
    compareSteps(
        step("Ada Muster", "Acme", null, null, "REPORTED"),
        step("Ada Muster", "Acme", null, null, "ANNOUNCED"));
    assertEquals(1, ends().right());
    compareSteps(
        step("Ada Muster", null, "Acme", null, "REPORTED"),
        step("Ada Muster", null, "Acme", null, "RUMOURED"));
    assertEquals(new Tally(2, 2, 1, 1), ends());
  }

  @Test
  void aRumourOfACertainDepartureCountsForNothing() {
    Annotation gold =
        annotation(List.of(step("Ada Muster", "Acme", null, null, "REPORTED")), List.of());
    Annotation found =
        annotation(
            List.of(
                step("Ada Muster", "Acme", null, null, "REPORTED"),
                step("Ada Muster", "Acme", null, null, "RUMOURED")),
            List.of());
    evaluation.compare(gold, found);
    assertEquals(new Tally(1, 1, 1, 1), ends());
  }

  @Test
  void optionalEntriesCountForNothingFoundOrNot() {
    Annotation.Step optional =
        new Annotation.Step("Ada Muster", List.of(), "Acme", null, null, "REPORTED", true);
    compareSteps(optional, step("Ada Muster", "Acme", null, null, "REPORTED"));
    evaluation.compare(annotation(List.of(optional), List.of()), annotation(List.of(), List.of()));
    assertEquals(Tally.NONE, ends());
  }

  @Test
  void datesAgreeAsFarAsBothArePrecise() {
    assertTrue(Fact.datesAgree("2026-03-04", "2026-03"));
    assertTrue(Fact.datesAgree("2026", "2026-03"));
    assertTrue(Fact.datesAgree(null, null));
    assertEquals(false, Fact.datesAgree("2026", null));
    assertEquals(false, Fact.datesAgree("2026-03-04", "2026-03-05"));
  }

  @Test
  void ofTwoThatMatchTheOneWithTheSameDateIsTaken() {
    Annotation gold =
        annotation(
            List.of(),
            List.of(amount("Acme", "USERS", 3e6, "2026-03"), amount("Acme", "USERS", 3e6, "2025")));
    Annotation found =
        annotation(
            List.of(),
            List.of(
                amount("Acme", "USERS", 3e6, "2025-07"), amount("Acme", "USERS", 3e6, "2026-03")));
    evaluation.compare(gold, found);
    assertEquals(new Tally(2, 2, 2, 2), evaluation.tally(Evaluation.Subject.FIGURES));
  }

  @Test
  void sharesAreOneFamilyAndNumbersMayDifferByHalfAPercent() {
    Annotation gold = annotation(List.of(), List.of(amount("Acme", "MARKET_SHARE", 1000, null)));
    evaluation.compare(
        gold, annotation(List.of(), List.of(amount("Acme", "USAGE_SHARE", 1004, "2026"))));
    assertEquals(new Tally(1, 1, 1, 0), evaluation.tally(Evaluation.Subject.FIGURES));
    evaluation.compare(
        gold, annotation(List.of(), List.of(amount("Acme", "USAGE_SHARE", 1006, null))));
    assertEquals(new Tally(2, 2, 1, 0), evaluation.tally(Evaluation.Subject.FIGURES));
  }

  @Test
  void nothingFoundWhereNothingIsIsPerfect() {
    assertEquals(1, Tally.NONE.precision());
    assertEquals(1, Tally.NONE.recall());
    assertEquals(0, new Tally(1, 0, 0, 0).f1());
    assertEquals(0.8, new Tally(6, 4, 4, 2).f1(), 1e-9);
    assertEquals(0.5, new Tally(6, 4, 4, 2).dates(), 1e-9);
  }

  @Test
  void readsAnnotationsAndSaysWhatIsWrongWithThem() {
    AnnotationJson json = new AnnotationJson();
    Annotation read =
        json.read(
            """
            {"id": "a", "movements": [{"person": "Ada Muster", "from": null, "to": "Acme",
             "optional": true}], "figures": [{"entities": ["Acme"], "metric": "USERS", "value": 5,
             "unit": "COUNT", "asOf": "2026"}, {"entities": ["Acme"], "value": null}]}""");
    assertEquals("Acme", read.movements().get(0).to());
    assertTrue(read.movements().get(0).optional());
    assertEquals(List.of(amount("Acme", "USERS", 5, "2026")), read.figures());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> json.read("{\"id\": 3}"))
            .getMessage()
            .contains("'id' is no text"));
    assertThrows(IllegalArgumentException.class, () -> json.read("no json"));
    assertThrows(IllegalArgumentException.class, () -> json.read("{\"figures\": []}"));
  }

  private Tally ends() {
    return evaluation.tally(Evaluation.Subject.ENDS);
  }

  private void compareSteps(Annotation.Step gold, Annotation.Step found) {
    evaluation.compare(annotation(List.of(gold), List.of()), annotation(List.of(found), List.of()));
  }

  private static Annotation annotation(
      List<Annotation.Step> steps, List<Annotation.Amount> figures) {
    return new Annotation("a", steps, figures);
  }

  private static Annotation.Step step(
      String person, String from, String to, String date, String modality) {
    return new Annotation.Step(person, List.of(), from, to, date, modality, false);
  }

  private static Annotation.Amount amount(String entity, String metric, double value, String asOf) {
    return new Annotation.Amount(List.of(entity), metric, value, "COUNT", asOf, null, false);
  }
}
