package io.newsledger.extraction.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.TextAnalyser;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFinderTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final PeopleFinder PEOPLE = PeopleFinder.load();
  private static final TextAnalyser ANALYSER = TextAnalyser.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Marta Kowalczyk runs the lab.                             | Marta Kowalczyk
          Ilse Brandauer and Farah Haddad spoke.                    | Ilse Brandauer, Farah Haddad
          The prize went to Ludwig van der Meer on Friday.          | Ludwig van der Meer
          Chief executive Anna-Lena Vogt agreed.                    | Anna-Lena Vogt
          We met J. R. Whitcombe in Oslo.                           | -
          Robert J. Whitcombe lives in Oslo.                        | Robert J. Whitcombe
          Siblings Edda and Jonas Reuter own a mill.                | Edda Reuter, Jonas Reuter
          Google DeepMind opened an office on Market Street.        | -
          The Ford Foundation paid for it.                          | -
          Lena Hartwig won. Hartwig smiled.                         | Lena Hartwig
          Wei Zhang and Zhang Wei are one person in either order.   | Wei Zhang
          """)
  void findsFullNames(String text, String expected) {
    List<Person> persons = people(text).persons();
    String found =
        persons.isEmpty()
            ? "-"
            : persons.stream().map(Person::name).collect(Collectors.joining(", "));
    assertEquals(expected, found);
  }

  @Test
  void aShortNameMeansWhoHasIt() {
    People people = people("Lena Hartwig won. Oskar Blom lost. Hartwig smiled.");
    PersonMention mention = people.in(2).get(0);
    assertEquals("Lena Hartwig", mention.person().name());
    assertEquals(PersonMention.Form.SHORT, mention.form());
  }

  @Test
  void whoSpeaksIsMeantByThePronounBehind() {
    People people = people("After Lena Hartwig left, her colleague Oskar Blom said he would stay.");
    PersonMention he = people.in(0).get(people.in(0).size() - 1);
    assertEquals("Oskar Blom", he.person().name());
  }

  @Test
  void aHonorificDecidesWhomHeMeans() {
    People people = people("Ms. Lena Hartwig met Mr. Oskar Blom. He was late.");
    assertEquals("Oskar Blom", people.in(1).get(0).person().name());
  }

  @Test
  void headlinesAloneMakeNoPersons() {
    assertTrue(people("New Silver Phones Beat Old Golden Phones").persons().isEmpty());
  }

  private static People people(String text) {
    Document document =
        ANALYSER.analyse(new ArticleText(null, text, LocalDate.of(2026, 3, 10), null, null));
    return PEOPLE.find(document, GAZETTEER.find(document));
  }
}
