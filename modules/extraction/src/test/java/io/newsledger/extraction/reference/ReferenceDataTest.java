package io.newsledger.extraction.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.reference.EntityMention.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceDataTest {
  private static final ReferenceData DATA = ReferenceData.load();

  @ParameterizedTest
  @CsvSource({"ORGANISATION, 600", "UNIT, 50", "PRODUCT, 400"})
  void coversTheIndustry(Kind kind, int atLeast) {
    assertTrue(ofKind(kind).size() >= atLeast, kind + ": " + ofKind(kind).size());
  }

  @Test
  void noNameMeansTwoEntities() {
    Map<String, String> owners = new HashMap<>();
    List<String> clashes = new ArrayList<>();
    for (Entity entity : DATA.entities()) {
      for (Name name : entity.names()) {
        String before = owners.put(CanonicalNames.key(Piece.of(name.text())), entity.name());
        if (before != null && !before.equals(entity.name())) {
          clashes.add(name.text() + ": " + before + " and " + entity.name());
        }
      }
    }
    assertEquals(List.of(), clashes);
  }

  @Test
  void canonicalNamesAreUniqueAndAmongTheNames() {
    Set<String> seen = new HashSet<>();
    for (Entity entity : DATA.entities()) {
      assertTrue(seen.add(entity.name()), entity.name());
      assertTrue(
          entity.names().stream().anyMatch(n -> n.text().equals(entity.name())), entity.name());
    }
  }

  @Test
  void noNameIsGivenTwice() {
    for (Entity entity : DATA.entities()) {
      List<String> texts = entity.names().stream().map(Name::text).toList();
      assertEquals(texts.size(), new HashSet<>(texts).size(), entity.name());
    }
  }

  @Test
  void everyOwnerIsAnOrganisation() {
    Set<String> organisations =
        ofKind(Kind.ORGANISATION).stream().map(Entity::name).collect(Collectors.toSet());
    for (Entity entity : DATA.entities()) {
      assertTrue(organisations.contains(entity.organisation()), entity.name());
      assertEquals(entity.kind() == Kind.ORGANISATION, entity.unit() == null, entity.name());
      assertEquals(entity.kind() == Kind.ORGANISATION, entity.sector() != null, entity.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachFileIsSorted(Kind kind) {
    List<String> names = ofKind(kind).stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    assertEquals(names.stream().sorted().toList(), names);
  }

  @Test
  void otherNamesAreSortedAndHideAName() {
    Comparator<String> order = Comparator.comparing(n -> n.toLowerCase(Locale.ROOT));
    assertEquals(DATA.otherNames().stream().sorted(order).toList(), DATA.otherNames());
    Set<String> firstPieces = new HashSet<>();
    DATA.entities().stream()
        .flatMap(e -> e.names().stream())
        .forEach(n -> firstPieces.add(Piece.of(n.text()).get(0).key()));
    for (String phrase : DATA.otherNames()) {
      assertTrue(Piece.of(phrase).stream().anyMatch(p -> firstPieces.contains(p.key())), phrase);
    }
  }

  @Test
  void noNameIsBlankPaddedOrASignOnly() {
    for (Entity entity : DATA.entities()) {
      for (Name name : entity.names()) {
        assertEquals(name.text().strip(), name.text(), entity.name());
        assertFalse(name.text().contains("  "), entity.name());
        assertFalse(CanonicalNames.key(Piece.of(name.text())).isEmpty(), entity.name());
      }
    }
  }

  @Test
  void noTwoEntitiesShareAWikidataItem() {
    List<String> items = DATA.entities().stream().flatMap(e -> e.wikidata().stream()).toList();
    assertEquals(items.size(), new HashSet<>(items).size());
  }

  private static List<Entity> ofKind(Kind kind) {
    return DATA.entities().stream().filter(e -> e.kind() == kind).toList();
  }
}
