package io.newsledger.weighing;

import io.newsledger.events.EntityAlias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whom a name means, given all links that stand. A function of their set:
 *
 * <ul>
 *   <li>a name with one link means whom the name it is linked to means, and so on;
 *   <li>a name with none, or with links to different people, means the person of that name, since a
 *       name that two people share must not make them one;
 *   <li>names linked in a circle all mean the person of the one that comes first in the alphabet.
 * </ul>
 */
public final class NameLinks {
  private final Map<String, Set<String>> people = new HashMap<>();

  private NameLinks() {}

  /**
   * These links.
   *
   * @throws IllegalArgumentException if one of them links nothing, see {@link AliasKey#of}
   */
  public static NameLinks of(Collection<EntityAlias> aliases) {
    NameLinks links = new NameLinks();
    for (EntityAlias alias : aliases) {
      AliasKey key = AliasKey.of(alias);
      links.people.computeIfAbsent(key.name(), name -> new TreeSet<>()).add(key.person());
    }
    return links;
  }

  /** The key of the person that a name means, by its key. */
  public String person(String name) {
    return person(name, key -> people.getOrDefault(key, Set.of()));
  }

  /**
   * The key of the person that a name means.
   *
   * @param name key of the name
   * @param people gives, for the key of a name, the keys of all people it is linked to
   */
  public static String person(String name, Function<String, Set<String>> people) {
    List<String> path = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    String at = name;
    while (seen.add(at)) {
      path.add(at);
      Set<String> linked = people.apply(at);
      if (linked.size() != 1) {
        return at;
      }
      at = linked.iterator().next();
    }
    return new TreeSet<>(path.subList(path.indexOf(at), path.size())).first();
  }
}
