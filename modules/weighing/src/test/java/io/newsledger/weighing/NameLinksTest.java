package io.newsledger.weighing;

import static io.newsledger.weighing.ClaimSets.alias;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.EntityAlias;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NameLinksTest {
  private static final String ADA = NameKey.of("Ada Vale");
  private static final String BO = NameKey.of("Bo Quill");
  private static final String CY = NameKey.of("Cy Moor");

  @Test
  void aNameMeansThePersonItIsLinkedToInAnyOrderOfItsParts() {
    NameLinks links = NameLinks.of(List.of(alias("Quill Bo", "VALE Ada")));
    assertEquals(ADA, links.person(BO));
    assertEquals(ADA, links.person(ADA));
    assertEquals(CY, links.person(CY));
  }

  @Test
  void chainsAreFollowedToTheirEnd() {
    NameLinks links =
        NameLinks.of(List.of(alias("Cy Moor", "Bo Quill"), alias("Bo Quill", "Ada Vale")));
    assertEquals(ADA, links.person(CY));
  }

  @Test
  void namesInACircleMeanTheFirstOfThem() {
    NameLinks links =
        NameLinks.of(
            List.of(
                alias("Cy Moor", "Bo Quill"),
                alias("Bo Quill", "Cy Moor"),
                alias("Di Reed", "Cy Moor")));
    assertEquals(BO, links.person(CY));
    assertEquals(BO, links.person(BO));
    assertEquals(BO, links.person(NameKey.of("Di Reed")));
  }

  @Test
  void aNameSharedByTwoPeopleMergesNeither() {
    NameLinks links = NameLinks.of(List.of(alias("A. V.", "Ada Vale"), alias("A. V.", "Bo Quill")));
    assertEquals(NameKey.of("A. V."), links.person(NameKey.of("A. V.")));
    assertEquals(ADA, links.person(ADA));
    assertEquals(BO, links.person(BO));
  }

  @Test
  void aLinkOfANameToItselfOrToNoNameIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> AliasKey.of(alias("Ada Vale", "Vale, Ada")));
    assertThrows(IllegalArgumentException.class, () -> AliasKey.of(alias("...", "Ada Vale")));
    assertEquals(Optional.empty(), AliasKey.parse("Bo Quill|Ada Vale"));
    assertEquals(Optional.empty(), AliasKey.parse("bo quill"));
    assertEquals(Optional.of(new AliasKey("bo quill", "ada vale")), AliasKey.parse(BO_AS_ADA));
  }

  @Property(tries = 1000)
  void personsAreTheirOwnPersonAndAreNamedByALink(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int count) {
    List<EntityAlias> aliases = ClaimSets.aliases(seed, count);
    NameLinks links = NameLinks.of(aliases);
    for (String name : List.of(ADA, BO, CY)) {
      String person = links.person(name);
      assertEquals(person, links.person(person));
      assertTrue(
          person.equals(name)
              || aliases.stream().anyMatch(one -> NameKey.of(one.getPerson()).equals(person)));
    }
  }

  private static final String BO_AS_ADA = "bo quill|ada vale";
}
