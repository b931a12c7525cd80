package io.newsledger.extraction.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.reference.EntityMention.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @ParameterizedTest
  @CsvFileSource(resources = "mentions.tsv", delimiter = '\t')
  void findsWhatIsMeant(String sentence, String expected) {
    String found =
        GAZETTEER.find(Tagged.sentence(sentence)).stream()
            .map(EntityMention::name)
            .reduce((a, b) -> a + "; " + b)
            .orElse("-");
    assertEquals(expected, found, sentence);
  }

  @Test
  void saysWhereAMentionStandsAndWhomItCountsFor() {
    List<EntityMention> found =
        GAZETTEER.find(
            Tagged.sentence("she joined Meta Superintelligence Labs after Qwen ~'s launch"));
    assertEquals(
        List.of(
            new EntityMention(
                2,
                4,
                Kind.UNIT,
                "Meta Superintelligence Labs",
                "Meta",
                "Meta Superintelligence Labs"),
            new EntityMention(6, 6, Kind.PRODUCT, "Qwen", "Alibaba", "Qwen")),
        found);
  }

  @Test
  void theRestOfTheArticleSupportsAShortName() {
    String title = "Scale Loses A Third Customer";
    String body = "the contract with Scale AI ended";
    assertEquals(List.of(), GAZETTEER.find(Tagged.document(title)).get(0));
    assertEquals("Scale AI", GAZETTEER.find(Tagged.document(title, body)).get(0).get(0).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Alibaba Group Holding Ltd | Alibaba
          alibaba                   | Alibaba
          Safe Superintelligence Inc. | Safe Superintelligence
          DeepMind                  | Google DeepMind
          Alphabet Inc              | Google
          Meta Platforms, Inc.      | Meta
          the Meta Platforms        | Meta
          Amazon.com, Inc.          | Amazon
          OpenAI's                  | OpenAI
          OpenAI, Inc               | OpenAI
          Tongyi Qianwen            | Qwen
          Scale                     | Scale AI
          Character                 | Character.AI
          """)
  void namesTheEntityBehindAString(String written, String canonical) {
    assertEquals(Optional.of(canonical), GAZETTEER.byName(written).map(Entity::name));
  }

  @ParameterizedTest
  @CsvSource({"Unheard Of Widgets", "''", "Group", "' '", "Inc."})
  void knowsNothingOfOtherStrings(String written) {
    assertTrue(GAZETTEER.byName(written).isEmpty());
  }

  @Test
  void theVersionIsTheHashOfTheData() {
    assertTrue(GAZETTEER.version().matches("[0-9a-f]{16}"));
    assertEquals(GAZETTEER.version(), Gazetteer.load().version());
  }
}
