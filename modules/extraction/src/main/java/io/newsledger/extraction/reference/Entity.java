package io.newsledger.extraction.reference;

import java.util.List;
import java.util.Optional;

/**
 * An organisation, one of its units, or a product.
 *
 * @param kind which of the three
 * @param name canonical short name, unique among all entities
 * @param organisation canonical name of the organisation that it counts for: itself or its owner
 * @param unit name inside that organisation, or null for an organisation
 * @param sector what the organisation is, or null for units and products
 * @param names every written form, the canonical one first
 * @param series whether numbered generations go by this name (Llama 2, Gemini 2.5 Pro)
 * @param wikidata Wikidata item where known for sure
 */
public record Entity(
    EntityMention.Kind kind,
    String name,
    String organisation,
    String unit,
    Sector sector,
    List<Name> names,
    Series series,
    Optional<String> wikidata) {
  /** How a name goes with generation numbers. */
  public enum Series {
    NONE,
    /** Stands alone or with a number. */
    NUMBERED,
    /** Names the entity's generations only; alone it is no mention. */
    NUMBERED_ONLY
  }

  public Entity {
    names = List.copyOf(names);
  }
}
