package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.figure.Owning.Way;
import io.newsledger.extraction.number.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whose number a measure is. */
final class Owners {
  private static final Set<String> CLAUSE_SIGNS = Set.of(";", ".", "!", "?");
  private static final Set<String> BETWEEN_NAME_AND_NUMBER =
      Set.of("at", "with", ":", "(", "-", "=", "has", "had", "holds", "held", "takes", "took");
  private static final Set<String> OPENERS = Set.of("with", "at", "having", "holding");
  private static final Set<String> BASED_ON = Set.of("on", "from");
  private static final Set<String> BASED = Set.of("based", "built", "derived", "created");
  private static final Set<String> OF = Set.of("of", "for", "at");

  private final Cues cues;
  private final Subjects subjects;
  private final Antecedents antecedents;

  Owners(Cues cues) {
    this.cues = cues;
    this.subjects = new Subjects(cues);
    this.antecedents = new Antecedents(cues, subjects);
  }

  /** The mentions that a sentence is about: its first that is not told as an aside. */
  List<Mention> subject(View view) {
    return subjects.subject(view);
  }

  /**
   * Whose number it is; empty if the text gives it to nobody known.
   *
   * @param before what the article spoke of before the sentence
   */
  Owning of(View view, Measure measure, Focus before) {
    Optional<List<String>> held = heldBy(view, measure);
    if (held.isPresent()) {
      return new Owning(held.get(), Way.HELD);
    }
    Optional<Owning> near =
        owning(nameAndNumber(view, measure), Way.NAME_AND_NUMBER)
            .or(() -> owning(possessor(view, measure), Way.POSSESSOR))
            .or(() -> owning(besideNumber(view, measure), Way.BEHIND_NUMBER));
    if (near.isEmpty() && measure.role() == Measure.Role.OTHER) {
      int from = measure.quantity().from();
      near = owning(lastBefore(view, from, measure.base().quantity().end()), Way.LISTED_NAME);
    }
    if (near.isPresent()) {
      return near.get();
    }
    if (measure.base() != null) {
      return Owning.NOBODY;
    }
    Trigger trigger = measure.trigger();
    if (measure.metric() == Metric.VALUATION && isCombined(view, trigger)) {
      List<String> names = Subjects.names(subjects.subject(view));
      return new Owning(names.stream().limit(1).toList(), Way.SUBJECT);
    }
    Optional<Owning> named = owning(besideTrigger(view, measure, before), Way.BESIDE_METRIC);
    if (named.isPresent()) {
      return named.get();
    }
    if (isCount(measure) && trigger.first() >= measure.quantity().end()) {
      Optional<Owning> used = owning(usedBy(view, trigger), Way.USED);
      if (used.isPresent()) {
        return used.get();
      }
    }
    if (needsUsers(measure)) {
      Optional<Owning> used = owning(used(view, trigger, before), Way.USED);
      if (used.isPresent()) {
        return used.get();
      }
      if (!cues.within(
          Cue.OWNS, view.lexemes(), measure.quantity().from() - 6, measure.quantity().from())) {
        return Owning.NOBODY;
      }
    }
    Optional<Owning> opening = owning(opening(view, measure), Way.OPENING);
    if (opening.isPresent()) {
      return opening.get();
    }
    int start = Math.min(trigger.first(), measure.quantity().from());
    Owning found = antecedents.backwards(view, measure, start, before);
    return found.isNobody() ? new Owning(onlyOne(view, measure), Way.ONLY_NAME) : found;
  }

  private static Optional<Owning> owning(Optional<List<String>> names, Way way) {
    return names.map(found -> new Owning(found, way));
  }

  /** A acquired B in a deal that valued the combined company: it is told of A. */
  private static boolean isCombined(View view, Trigger trigger) {
    return view.hasWord(Set.of("combined", "merged"), trigger.first() - 4, trigger.end() + 3);
  }

  /** Where only one company or product is named, a number is its own rather than nobody's. */
  private List<String> onlyOne(View view, Measure measure) {
    List<String> names = Subjects.names(view.mentions());
    boolean subject =
        names.size() == 1
            && !subjects.subject(view).isEmpty()
            && !isObjectBehind(view, view.mentions().get(0), measure);
    return subject ? names : List.of();
  }

  /** Somebody (5 million subscribers) likes A. */
  private static boolean isObjectBehind(View view, Mention mention, Measure measure) {
    return mention.first() >= measure.quantity().end()
        && view.isVerb(Subjects.beforeName(view, mention) - 1);
  }

  /** A's $200 billion in revenue; nobody's, if a stranger's name stands in front of a bracket. */
  private static Optional<List<String>> possessor(View view, Measure measure) {
    int at = measure.quantity().from();
    if (view.key(at - 1).equals("(") && view.tag(at - 2).equals("PROPN")) {
      return view.mentionAt(at - 2).isPresent() ? Optional.empty() : Optional.of(List.of());
    }
    int end = view.key(at - 1).equals("s") ? at - 2 : at - 1;
    return view.key(end).equals("'")
        ? view.mentionAt(end - 1).map(m -> Subjects.names(List.of(m)))
        : Optional.empty();
  }

  /** Half of A's revenue is a part of A's, not A's part of anything. */
  private static boolean isPartOfWhole(Measure measure) {
    Trigger trigger = measure.trigger();
    return trigger.amount() == Trigger.Amount.PERCENT
        && trigger.place() == Trigger.Place.NUMBER_FIRST;
  }

  private static boolean needsUsers(Measure measure) {
    Trigger trigger = measure.trigger();
    return trigger.amount() == Trigger.Amount.PERCENT
        && measure.metric() == Metric.USAGE_SHARE
        && trigger.place() == Trigger.Place.NUMBER_FIRST;
  }

  /** 59% is held by B: B's, or nobody's that is known. */
  private Optional<List<String>> heldBy(View view, Measure measure) {
    int end = cues.endAt(Cue.HELD, view.lexemes(), measure.quantity().end());
    if (end < 0) {
      return Optional.empty();
    }
    List<String> holders =
        view.mentionAt(end)
            .or(() -> view.mentionAt(end + 1))
            .map(m -> Subjects.names(subjects.group(view, m)))
            .orElse(List.of());
    return Optional.of(holders);
  }

  /** Dominated by A at 60%, B at 24.3% and C (6.2%). */
  private Optional<List<String>> nameAndNumber(View view, Measure measure) {
    int at = measure.quantity().from() - 1;
    boolean value =
        measure.metric() == Metric.VALUATION
            && view.key(at).equals("at")
            && measure.trigger().end() <= at;
    if (!measure.unit().equals(Quantity.PERCENT) && !value) {
      return Optional.empty();
    }
    if (!BETWEEN_NAME_AND_NUMBER.contains(view.key(at))) {
      return Optional.empty();
    }
    return view.mentionAt(at - 1).map(m -> Subjects.names(List.of(m)));
  }

  /** 21% for B; B's 21%. */
  private Optional<List<String>> besideNumber(View view, Measure measure) {
    Quantity quantity = measure.quantity();
    int end = quantity.end();
    int words = measure.trigger().first() - end;
    if (measure.base() == null && (words == 0 || (words == 1 && view.key(end).equals("in")))) {
      end = measure.trigger().end();
    }
    Optional<List<String>> together = together(view, Math.max(end, measure.trigger().end()));
    if (together.isPresent()) {
      return together;
    }
    if (Set.of("that", "which").contains(view.key(end)) && view.mentionAt(end + 1).isPresent()) {
      return view.mentionAt(end + 1).map(m -> Subjects.names(subjects.group(view, m)));
    }
    if (OF.contains(view.key(end)) && !view.key(end).equals("at")) {
      int at = end + 1;
      while (view.isDecoration(at) || Set.of("the", "its", "their").contains(view.key(at))) {
        at++;
      }
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        return Optional.of(
            Subjects.names(subjects.group(view, Subjects.owned(view, mention.get()))));
      }
    }
    return Optional.empty();
  }

  /** 550 million users across A and B combined. */
  private Optional<List<String>> together(View view, int end) {
    if (!Set.of("across", "between").contains(view.key(end))) {
      return Optional.empty();
    }
    List<Mention> group =
        view.mentionAt(end + 1).map(m -> subjects.group(view, m)).orElse(List.of());
    if (group.size() < 2) {
      return Optional.empty();
    }
    int last = group.get(group.size() - 1).end();
    return cues.within(Cue.TOGETHER, view.lexemes(), last, last + 1)
        ? Optional.of(Subjects.names(group))
        : Optional.empty();
  }

  /** A's share; the valuation of A; A users; valuing A at. */
  private Optional<List<String>> besideTrigger(View view, Measure measure, Focus before) {
    Trigger trigger = measure.trigger();
    for (Mention mention : view.mentions()) {
      boolean within = mention.first() > trigger.first() && mention.end() <= trigger.end();
      if (within && !isPartOfWhole(measure)) {
        return Optional.of(Subjects.names(subjects.group(view, Subjects.owned(view, mention))));
      }
    }
    for (Mention mention : view.mentions()) {
      int gap = trigger.first() - mention.end();
      boolean noun = !view.isVerb(trigger.first());
      if (noun && gap >= 0 && gap <= 4 && isCompound(view, mention.end(), trigger.first())) {
        return Optional.of(Subjects.names(List.of(mention)));
      }
    }
    int from = trigger.end();
    int to = Math.min(from + 8, Math.max(from, measure.quantity().from()));
    boolean ahead = measure.quantity().from() > trigger.first();
    int last = ahead ? to : Math.min(view.size(), from + 8);
    boolean counted = trigger.place() == Trigger.Place.NUMBER_LAST;
    for (int at = from; at < last; at++) {
      Optional<Mention> mention = view.mentionAt(at);
      boolean direct = at == from && (counted || measure.metric() == Metric.VALUATION);
      String preposition = view.key(nounPhrase(view, at) - 1);
      boolean of =
          OF.contains(preposition)
              || (measure.metric() == Metric.DERIVATIVE_MODELS
                  && BASED_ON.contains(preposition)
                  && view.hasWord(BASED, from, at));
      boolean based = BASED.contains(view.key(at));
      boolean verb = view.isVerb(at) && !based;
      if (view.key(at).equals(",") || view.quantityAt(at).isPresent() || verb) {
        break;
      }
      if (mention.isPresent() && (direct || (at > from && of))) {
        return Optional.of(
            Subjects.names(subjects.group(view, Subjects.owned(view, mention.get()))));
      }
      if (measure.metric() == Metric.VALUATION && at == from) {
        for (Cue same : List.of(Cue.SAME_COMPANY, Cue.SAME_ANY)) {
          if (cues.endAt(same, view.lexemes(), at) > 0) {
            return Optional.of(antecedents.resolve(view, at, same, before));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where the noun phrase begins that leads up to a place: for [the AI-powered] A. */
  private static int nounPhrase(View view, int at) {
    int first = at;
    while (first > 0
        && (view.isDecoration(first - 1)
            || view.mentionAt(first - 1).isPresent()
            || Set.of("DET", "ADJ", "NOUN", "PROPN").contains(view.tag(first - 1)))) {
      first--;
    }
    return first;
  }

  /** Only nouns, adjectives and the possessive between a name and the words of the metric. */
  private static boolean isCompound(View view, int from, int to) {
    for (int at = from; at < to; at++) {
      boolean fits =
          view.isDecoration(at)
              || view.tag(at).equals("NOUN")
              || view.tag(at).equals("ADJ")
              || view.tag(at).equals("PROPN");
      if (!fits || view.quantityAt(at).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCount(Measure measure) {
    return measure.trigger().amount() == Trigger.Amount.COUNT
        && measure.metric() != Metric.DOWNLOADS
        && measure.metric() != Metric.DERIVATIVE_MODELS;
  }

  /** 2 million developers use A; half a million users have tried A. */
  private Optional<List<String>> usedBy(View view, Trigger trigger) {
    for (int at = trigger.end() - 1; at < trigger.end() + 4; at++) {
      int object = cues.endAt(Cue.USES, view.lexemes(), at);
      for (int name = object; object > 0 && name < object + 4; name++) {
        Optional<Mention> mention = view.mentionAt(name);
        if (mention.isPresent()) {
          return Optional.of(
              Subjects.names(subjects.group(view, Subjects.owned(view, mention.get()))));
        }
      }
    }
    return Optional.empty();
  }

  /** With a 31% share, A leads. */
  private Optional<List<String>> opening(View view, Measure measure) {
    int comma = view.endOfPart(0, Set.of(","));
    boolean inside = measure.quantity().end() <= comma && measure.trigger().end() <= comma;
    boolean none = view.mentions().stream().noneMatch(m -> m.first() < comma);
    if (inside && none && Set.of("he", "she").contains(view.key(comma + 1))) {
      return Optional.of(List.of());
    }
    return inside && none && OPENERS.contains(view.key(0))
        ? view.mentionAt(comma + 1).map(m -> Subjects.names(subjects.group(view, m)))
        : Optional.empty();
  }

  /** 60% of startups use A. */
  private Optional<List<String>> used(View view, Trigger trigger, Focus before) {
    int to = Math.min(view.size(), trigger.end() + 12);
    for (int at = trigger.end(); at < to; at++) {
      if (CLAUSE_SIGNS.contains(view.key(at))) {
        return Optional.empty();
      }
      int verb = cues.endAt(Cue.USES, view.lexemes(), at);
      if (verb > 0) {
        for (int object = verb; object < Math.min(view.size(), verb + 9); object++) {
          Optional<Mention> mention = view.mentionAt(object);
          if (mention.isPresent()) {
            return Optional.of(
                Subjects.names(subjects.group(view, Subjects.owned(view, mention.get()))));
          }
          if (Set.of("its", "it", "their").contains(view.key(object))
              && !antecedents.here(view, trigger.first(), before).latest().isEmpty()) {
            return Optional.of(antecedents.here(view, trigger.first(), before).latest());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The last mention in [to, from) of a list: followed by B with 118 million. */
  private Optional<List<String>> lastBefore(View view, int from, int to) {
    for (int at = from - 1; at >= to; at--) {
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        return Optional.of(Subjects.names(subjects.group(view, mention.get())));
      }
    }
    return Optional.empty();
  }
}
