package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.figure.Owning.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds whom the words before a number speak of: the nearest subject, or what stands for one. */
final class Antecedents {
  private static final Set<Metric> OF_PRODUCTS =
      EnumSet.of(
          Metric.MONTHLY_ACTIVE_USERS,
          Metric.WEEKLY_ACTIVE_USERS,
          Metric.DAILY_ACTIVE_USERS,
          Metric.USERS,
          Metric.DOWNLOADS);
  private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", "but", "while", "that");
  private static final Set<String> COPULAS =
      Set.of("is", "are", "was", "were", "be", "become", "becomes", "became", "remains", "as");
  private static final Set<String> TOWARDS_FOR_VALUE = Set.of("in", "into", "of", "for");

  private final Cues cues;
  private final Subjects subjects;

  Antecedents(Cues cues, Subjects subjects) {
    this.cues = cues;
    this.subjects = subjects;
  }

  /** The nearest name before a place that can be the subject; else what was spoken of before. */
  Owning backwards(View view, Measure measure, int start, Focus before) {
    if (measure.metric() == Metric.VALUATION) {
      Optional<List<String>> invested = investedIn(view, start, before);
      if (invested.isPresent()) {
        return new Owning(invested.get(), Way.INVESTED);
      }
    }
    boolean strange = false;
    for (int at = start - 1; at >= 0; at--) {
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        Mention candidate = mention.get();
        boolean other = isOvertaken(view, candidate, start) || subjects.isMember(view, candidate);
        if (!other && mayOwn(view, candidate, measure)) {
          return strange && isSpeaker(view, candidate)
              ? Owning.NOBODY
              : new Owning(Subjects.names(subjects.group(view, candidate)), Way.SUBJECT);
        }
        at = candidate.first();
        continue;
      }
      Optional<List<String>> related = relative(view, at);
      if (related.isPresent()) {
        return new Owning(related.get(), Way.RELATIVE);
      }
      OptionalInt several = Several.countAt(view, at);
      if (several.isPresent()) {
        return new Owning(before.several(several.getAsInt()), Way.SEVERAL);
      }
      Optional<Cue> same = sameAt(view, at);
      if (same.isPresent() && !isPredicate(view, at)) {
        return new Owning(resolve(view, at, same.get(), before), Way.ANAPHOR);
      }
      boolean nounSubject = view.isNoun(at) && view.isVerb(at + 1) && view.timeAt(at).isEmpty();
      strange |= nounSubject && !isRoundWord(view, at);
    }
    if (measure.metric() == Metric.VALUATION && before.company() != null) {
      return new Owning(List.of(before.company()), Way.FOCUS);
    }
    return hasStrangeSubject(view, start)
        ? Owning.NOBODY
        : new Owning(spokenOf(measure, before), Way.FOCUS);
  }

  /** A, which has; A's offering that is targeting: the clause goes on about A. */
  private Optional<List<String>> relative(View view, int at) {
    boolean clause = Set.of("which", "that").contains(view.key(at)) && view.isVerb(at + 1);
    if (!clause) {
      return Optional.empty();
    }
    int last = view.key(at - 1).equals(",") ? at - 2 : at - 1;
    Optional<Mention> named = view.mentionAt(last);
    if (named.isPresent()) {
      boolean member = subjects.isMember(view, named.get());
      return member ? Optional.empty() : Optional.of(Subjects.names(List.of(named.get())));
    }
    while (last > 0 && (view.isNoun(last) || view.tag(last).equals("ADJ"))) {
      last--;
    }
    int owner = view.key(last).equals("s") ? last - 2 : last - 1;
    return view.key(owner + 1).equals("'")
        ? view.mentionAt(owner).map(m -> Subjects.names(List.of(m)))
        : Optional.empty();
  }

  /** A invested in B: a valuation told behind is B's. */
  private Optional<List<String>> investedIn(View view, int end, Focus before) {
    for (int at = end - 1; at > 1; at--) {
      boolean into = Set.of("in", "into").contains(view.key(at));
      if (!into || !cues.within(Cue.INVESTED, view.lexemes(), at - 8, at)) {
        continue;
      }
      for (int name = at + 1; name < Math.min(end, at + 4); name++) {
        Optional<Mention> mention = view.mentionAt(name);
        if (mention.isPresent()) {
          return Optional.of(Subjects.names(List.of(mention.get())));
        }
      }
      if (cues.endAt(Cue.SAME_COMPANY, view.lexemes(), at + 1) > 0) {
        int preposition = at;
        Set<String> investors =
            view.mentions().stream()
                .filter(m -> m.first() < preposition)
                .map(Mention::name)
                .collect(Collectors.toSet());
        return Optional.of(before.resolve(Cue.SAME_COMPANY, investors));
      }
    }
    return Optional.empty();
  }

  /** Users and downloads are rather those of the product than those of its company. */
  private static List<String> spokenOf(Measure measure, Focus before) {
    if (measure.metric() == Metric.REVENUE && before.latest().size() == 1) {
      return before.companies().stream().limit(1).toList();
    }
    boolean product = before.fresh() != null && OF_PRODUCTS.contains(measure.metric());
    return product && before.latest().equals(before.companies().subList(0, 1))
        ? List.of(before.fresh())
        : before.latest();
  }

  /** Whom "it" or "the company" at a place stands for; empty if it is somebody unknown. */
  List<String> resolve(View view, int at, Cue same, Focus before) {
    if (same == Cue.SAME_ANY) {
      for (int i = 0; i < at; i++) {
        Optional<Cue> noun = sameAt(view, i).filter(c -> c != Cue.SAME_ANY);
        if (noun.isPresent() && view.mentions().stream().noneMatch(m -> m.end() <= at)) {
          return resolve(view, i, noun.get(), before);
        }
      }
      if (hasStrangeOwner(view, at)) {
        return List.of();
      }
      boolean together = cues.within(Cue.TOGETHER, view.lexemes(), 0, at);
      List<String> meant = here(view, at, before).latest();
      return together && meant.size() < 2 ? List.of() : meant;
    }
    int clause = view.endOfPart(at, CLAUSE_ENDS);
    Set<String> apart =
        view.mentions().stream()
            .filter(m -> m.first() > at && m.first() < clause && !m.isProduct())
            .map(Mention::name)
            .collect(Collectors.toSet());
    return here(view, at, before).resolve(same, apart);
  }

  /** India ..., as it drives 20%: "it" is not what was spoken of before. */
  private boolean hasStrangeOwner(View view, int pronoun) {
    boolean known = false;
    boolean strange = false;
    for (int at = 0; at < pronoun; at++) {
      known |= view.mentionAt(at).isPresent();
      boolean verbNext =
          view.isVerb(at + 1) || (view.tag(at + 1).equals("ADV") && view.isVerb(at + 2));
      strange |=
          view.tag(at).equals("PROPN")
              && verbNext
              && view.mentionAt(at).isEmpty()
              && view.timeAt(at).isEmpty();
      if (cues.endAt(Cue.SAY, view.lexemes(), at) > 0) {
        strange = false;
      }
    }
    return strange && !known;
  }

  /** Whether the words before a place speak of something that is no entity. */
  private boolean hasStrangeSubject(View view, int start) {
    int end = start;
    while (end > 0
        && (view.isNoun(end - 1)
            || view.isDecoration(end - 1)
            || view.tag(end - 1).equals("ADJ"))) {
      end--; // cloud revenue, first-quarter sales
    }
    int from = 0;
    for (int at = 0; at < end; at++) {
      from = cues.endAt(Cue.SAY, view.lexemes(), at) > 0 ? at + 1 : from;
    }
    for (int at = from; at < end; at++) {
      boolean noun = view.isNoun(at) || (view.tag(at).equals("PRON") && isPerson(view.key(at)));
      if (noun
          && view.mentionAt(at).isEmpty()
          && view.timeAt(at).isEmpty()
          && view.quantityAt(at).isEmpty()
          && !isRoundWord(view, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPerson(String key) {
    return Set.of("he", "she", "i", "you", "who", "they", "people").contains(key);
  }

  private boolean isRoundWord(View view, int at) {
    return cues.endAt(Cue.ROUND, view.lexemes(), at) > 0
        || cues.endAt(Cue.ANALYSTS, view.lexemes(), at) > 0;
  }

  /** A is arguably the largest company: what A is, not what was spoken of before. */
  private static boolean isPredicate(View view, int at) {
    int before = at - 1;
    while (view.tag(before).equals("ADV")) {
      before--;
    }
    return COPULAS.contains(view.key(before));
  }

  private Optional<Cue> sameAt(View view, int at) {
    for (Cue same : List.of(Cue.SAME_COMPANY, Cue.SAME_PRODUCT, Cue.SAME_ANY)) {
      if (cues.endAt(same, view.lexemes(), at) > 0) {
        return Optional.of(same);
      }
    }
    return Optional.empty();
  }

  /** What is spoken of at a place inside a sentence. */
  Focus here(View view, int at, Focus before) {
    Focus focus = before;
    for (Mention mention : view.mentions()) {
      boolean source = view.key(0).equals("according") && mention.first() <= 4;
      if (mention.end() <= at
          && (source || !subjects.isAside(view, mention))
          && !Subjects.isOwnerOfNext(view, mention)) {
        focus = focus.on(subjects.group(view, mention));
      }
    }
    return focus;
  }

  private boolean mayOwn(View view, Mention mention, Measure measure) {
    if (Subjects.isOwnerOfNext(view, mention) || isPossessiveObject(view, mention)) {
      return false;
    }
    if (isApposition(view, mention)) {
      return false;
    }
    Mention first = subjects.group(view, mention).get(0);
    if (!subjects.isAside(view, first)) {
      return true;
    }
    String preposition = view.key(Subjects.beforeName(view, first) - 1);
    return measure.metric() == Metric.VALUATION && TOWARDS_FOR_VALUE.contains(preposition);
  }

  private boolean isSpeaker(View view, Mention mention) {
    return cues.within(Cue.SAY, view.lexemes(), mention.end(), mention.end() + 3);
  }

  /** A overtook B, with 15 million: they are not B's. */
  private static boolean isOvertaken(View view, Mention mention, int number) {
    int verb = Subjects.beforeName(view, mention) - 1;
    boolean first = view.mentions().indexOf(mention) == 0;
    return !first
        && view.isVerb(verb)
        && view.key(mention.end()).equals(",")
        && view.key(mention.end() + 1).equals("with")
        && number - mention.end() <= 6;
  }

  /** B, A's assistant, has: it is told of B. */
  private static boolean isApposition(View view, Mention mention) {
    return view.key(mention.end()).equals("'")
        && view.key(mention.first() - 1).equals(",")
        && view.mentionAt(mention.first() - 2).isPresent();
  }

  /** Has become A's rival: A is not who it is told of. */
  private static boolean isPossessiveObject(View view, Mention mention) {
    return view.key(mention.end()).equals("'")
        && view.isVerb(Subjects.beforeName(view, mention) - 1);
  }
}
