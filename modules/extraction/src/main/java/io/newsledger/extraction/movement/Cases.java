package io.newsledger.extraction.movement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Takes candidates apart into ends and adds what the candidates of an article say of each other.
 */
final class Cases {
  private static final int MANY = 2;

  private final List<Candidate> all;

  private Cases(List<Candidate> all) {
    this.all = all;
  }

  /**
   * One end and the candidate it is of.
   *
   * @param index number of the candidate
   */
  record Case(int index, HeardEnd heard) {}

  /** The ends of the candidates of one article, in their order, departures first. */
  static List<Case> of(List<Candidate> candidates) {
    Cases cases = new Cases(candidates);
    List<Case> found = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate c = candidates.get(i);
      if (c.isWithin()) {
        found.add(new Case(i, cases.end(i, c.from(), c.to())));
        continue;
      }
      if (c.from() != null) {
        found.add(new Case(i, cases.end(i, c.from(), null)));
      }
      if (c.to() != null) {
        found.add(new Case(i, cases.end(i, null, c.to())));
      }
    }
    return found;
  }

  private HeardEnd end(int index, String from, String to) {
    Candidate c = all.get(index);
    String kind = from == null ? "joined" : to == null ? "left" : "within";
    Set<String> features = new LinkedHashSet<>();
    List<String> signs = new ArrayList<>(c.signs().clause());
    signs.addAll(to == null ? c.signs().from() : c.signs().to());
    others(index, from, to, signs);
    signs.add("background=" + c.background());
    for (String sign : signs) {
      features.add(sign);
      features.add(kind + " " + sign);
    }
    features.add("end=" + kind);
    return new HeardEnd(c.person(), from, to, c.modality(), c.date(), features);
  }

  private void others(int index, String from, String to, List<String> signs) {
    Candidate c = all.get(index);
    int twins = 0;
    boolean rival = false;
    boolean near = false;
    boolean turned = false;
    boolean within = false;
    String here = from == null ? to : from;
    for (int i = 0; i < all.size(); i++) {
      Candidate other = all.get(i);
      if (i == index || !other.person().equals(c.person())) {
        continue;
      }
      boolean sameKind =
          (from == null) == (other.from() == null) && c.isWithin() == other.isWithin();
      boolean same = ends(other, from, to);
      twins += same && other.sentence() != c.sentence() ? 1 : 0;
      boolean against = sameKind && !same && !c.isWithin();
      rival |= against && other.sentence() != c.sentence();
      near |= against && other.sentence() == c.sentence();
      turned |= !c.isWithin() && !other.isWithin() && ends(other, to, from);
      within |=
          c.isWithin() != other.isWithin()
              && (here.equals(other.from()) || here.equals(other.to()));
    }
    signs.add("twins=" + Math.min(MANY, twins));
    signs.add("rival=" + rival);
    signs.add("rival here=" + near);
    signs.add("turned=" + turned);
    signs.add("within or not=" + within);
  }

  private static boolean ends(Candidate c, String from, String to) {
    if (from != null && to != null) {
      return from.equals(c.from()) && to.equals(c.to());
    }
    return !c.isWithin() && (from == null ? Objects.equals(to, c.to()) : from.equals(c.from()));
  }
}
