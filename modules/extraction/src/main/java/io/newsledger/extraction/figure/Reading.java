package io.newsledger.extraction.figure;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.number.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of the measures of one sentence whose they are, for when, and how certain. */
final class Reading {
  private static final Set<String> ONE_EACH = Set.of("each", "apiece", "both");

  private static final Set<String> OVERTAKEN =
      Set.of("topping", "topped", "exceeding", "exceeded", "surpassing", "surpassed", "above");

  private final Owners owners;
  private final Certainty certainty;
  private final Moments moments;
  private final Scopes scopes;
  private final Periods periods;
  private final Cues cues;

  Reading(Owners owners, Certainty certainty, Moments moments, Scopes scopes, Cues cues) {
    this.owners = owners;
    this.certainty = certainty;
    this.moments = moments;
    this.scopes = scopes;
    this.periods = new Periods(cues);
    this.cues = cues;
  }

  /**
   * What a sentence says with its measures, those of nobody known included.
   *
   * @param focus what the article spoke of before
   * @param before what the last sentence with figures said
   * @param setting what the article is
   */
  List<Said> read(
      View view, List<Measure> measures, Focus focus, List<Said> before, Setting setting) {
    LocalDate published = setting.published();
    Said last = before.isEmpty() ? null : before.get(before.size() - 1);
    Map<Measure, Said> bases = new HashMap<>();
    List<Said> out = new ArrayList<>();
    List<Said> owned = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      int to = i + 1 < measures.size() ? measures.get(i + 1).quantity().from() : view.size();
      Said base = base(measure, bases, last);
      Owning owning = owning(view, measure, base, owned, focus);
      String asOf = asOf(view, measure, base, from, to);
      from = measure.quantity().end();
      int start = measure.quantity().from();
      boolean ahead = owning.names().size() > 1 && view.hasWord(Set.of("each"), start - 4, start);
      boolean each = ahead || view.hasWord(ONE_EACH, from, from + 5);
      Modality modality = certainty.of(view, measure, asOf, published, to);
      Measure level = unbound(view, measure, modality);
      Said said = new Said(level, owning, each, scope(view, measure, base), asOf, modality);
      if (!owning.isNobody()) {
        bases.put(measure, said);
        owned.add(said);
      }
      out.add(said);
    }
    return periods.date(view, distribute(view, shareDate(view, out)), before, setting);
  }

  /** Topping the $1.3 billion expected: what was expected is no bound. */
  private static Measure unbound(View view, Measure measure, Modality modality) {
    Quantity q = measure.quantity();
    boolean topped =
        modality == Modality.ANNOUNCED
            && measure.role() == Measure.Role.OTHER
            && view.hasWord(OVERTAKEN, q.from(), q.first());
    return topped
        ? new Measure(
            q.exact(), measure.metric(), measure.trigger(), measure.role(), measure.base())
        : measure;
  }

  private static Said base(Measure measure, Map<Measure, Said> bases, Said last) {
    if (measure.base() == null) {
      return null;
    }
    Said here = bases.get(measure.base());
    return here == null && last != null && last.measure().equals(measure.base()) ? last : here;
  }

  private Owning owning(View view, Measure measure, Said base, List<Said> before, Focus focus) {
    int from = measure.quantity().from();
    boolean same = cues.startBefore(Cue.SAME_NUMBER, view.lexemes(), from) >= 0;
    if (same && !before.isEmpty()) {
      return like(before.get(before.size() - 1));
    }
    Owning own = owners.of(view, measure, focus);
    if (own.isNobody() && base != null) {
      return like(base);
    }
    if (own.isNobody() && measure.base() != null) {
      return owners.of(view, measure.base(), focus); // the base stands behind: 6.4 to 6.5 billion
    }
    return own.isNobody() && isListed(view, measure, before)
        ? like(before.get(before.size() - 1))
        : own;
  }

  private static Owning like(Said said) {
    return new Owning(said.entities(), Owning.Way.BASE);
  }

  /** 600 million downloads and 170,000 derivatives: both are of one. */
  private static boolean isListed(View view, Measure measure, List<Said> before) {
    if (before.isEmpty()) {
      return false;
    }
    Measure last = before.get(before.size() - 1).measure();
    int from = Math.max(last.quantity().end(), last.trigger().end());
    int to = measure.quantity().from();
    return to >= from && to - from <= 3 && view.hasWord(Set.of("and", ","), from, to);
  }

  private String scope(View view, Measure measure, Said base) {
    String own = scopes.of(view, measure);
    return own == null && base != null ? base.scope() : own;
  }

  private String asOf(View view, Measure measure, Said base, int from, int to) {
    String own = moments.of(view, measure, from, to);
    if (own == null && measure.quantity().range() == Quantity.End.LOW && measure.base() != null) {
      return moments.of(view, measure.base(), from, view.size());
    }
    boolean inherits = own == null && base != null && measure.role() == Measure.Role.OTHER;
    return inherits ? base.asOf() : own;
  }

  /** 265 million users and 31 million subscribers in 2025: the date counts for both. */
  private static List<Said> shareDate(View view, List<Said> said) {
    List<Said> out = new ArrayList<>(said);
    for (int i = out.size() - 2; i >= 0; i--) {
      Said one = out.get(i);
      Said next = out.get(i + 1);
      boolean joined = isListed(view, next.measure(), out.subList(0, i + 1));
      boolean open = one.asOf() == null && one.measure().role() == Measure.Role.PLAIN;
      boolean range = one.measure().quantity().range() == Quantity.End.LOW;
      if ((joined || range) && open && next.measure().role() == Measure.Role.PLAIN) {
        out.set(i, one.at(next.asOf()));
      }
    }
    return out;
  }

  /** A and B hold 18% and 10%, respectively. */
  private List<Said> distribute(View view, List<Said> said) {
    if (said.size() < 2 || !cues.within(Cue.RESPECTIVELY, view.lexemes(), 0, view.size())) {
      return said;
    }
    List<String> together =
        said.stream().map(Said::entities).filter(e -> e.size() > 1).findFirst().orElse(List.of());
    List<Said> out = new ArrayList<>();
    int next = 0;
    for (Said one : said) {
      boolean shared = together.size() > 1 && one.entities().equals(together);
      out.add(shared && next < together.size() ? one.of(together.get(next++)) : one);
    }
    return out;
  }
}
