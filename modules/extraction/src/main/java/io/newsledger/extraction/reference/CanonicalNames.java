package io.newsledger.extraction.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the entity behind a name as written anywhere, legal forms aside. */
final class CanonicalNames {
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "ltd",
          "limited",
          "llc",
          "lp",
          "llp",
          "plc",
          "pbc",
          "group",
          "holding",
          "holdings",
          "gmbh",
          "ag",
          "se",
          "sa",
          "nv",
          "bv",
          "ab",
          "asa",
          "oy",
          "spa",
          "srl",
          "pte",
          "pty",
          "pvt",
          "private",
          "kk");

  private final Map<String, Entity> byKey = new HashMap<>();

  CanonicalNames(List<Entity> entities) {
    for (Entity entity : entities) {
      byKey.put(key(Piece.of(entity.name())), entity);
    }
    for (Entity entity : entities) {
      for (Name name : entity.names()) {
        byKey.putIfAbsent(key(Piece.of(name.text())), entity);
      }
    }
  }

  Optional<Entity> find(String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    List<Piece> pieces = Piece.of(name);
    int start = pieces.size() > 1 && pieces.get(0).key().equals("the") ? 1 : 0;
    for (int end = pieces.size(); end > start; end--) {
      Entity entity = byKey.get(key(pieces.subList(start, end)));
      if (entity == null && start > 0) {
        entity = byKey.get(key(pieces.subList(0, end)));
      }
      if (entity != null) {
        return Optional.of(entity);
      }
      Piece last = pieces.get(end - 1);
      boolean possessive = last.key().equals("s") && end > 1 && pieces.get(end - 2).isSign();
      boolean domain = last.before() == Piece.Join.STOP && last.key().equals("com");
      if (!last.isSign() && !LEGAL_FORMS.contains(last.key()) && !possessive && !domain) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Pieces without the signs between them, so that hyphens, stops and spaces do not matter. */
  static String key(List<Piece> pieces) {
    StringBuilder key = new StringBuilder();
    for (Piece piece : pieces) {
      if (!piece.isSign() || piece.text().equals("&") || piece.text().equals("+")) {
        key.append(piece.key()).append(' ');
      }
    }
    return key.toString().strip();
  }
}
