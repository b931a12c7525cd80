package io.newsledger.extraction.figure;

import io.newsledger.extraction.reference.EntityMention;

/**
 * A named company or product in a sentence, by lexemes.
 *
 * @param name canonical short name
 * @param kind organisation, unit or product
 * @param organisation organisation it belongs to
 * @param first index of the first lexeme
 * @param end behind the last lexeme
 */
record Mention(String name, EntityMention.Kind kind, String organisation, int first, int end) {
  boolean isProduct() {
    return kind == EntityMention.Kind.PRODUCT;
  }

  /** The company itself, or the one that owns the product; may be null. */
  String company() {
    return isProduct() ? organisation : name;
  }
}
