package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whose number a measure is. */
final class Owners {
  private static final Set<String> JOINTS = Set.of(",", "and", "&", "or", "the", "both");
  private static final Set<String> CLAUSE_SIGNS = Set.of(";", ".", "!", "?");
  private static final Set<String> OF = Set.of("of", "for", "at");
  private static final Set<String> TOWARDS_FOR_VALUE = Set.of("in", "into", "of", "for");

  private final Cues cues;

  Owners(Cues cues) {
    this.cues = cues;
  }

  /** The mentions that a sentence is about: its first that is not told as an aside. */
  List<Mention> subject(View view) {
    for (Mention mention : view.mentions()) {
      if (!isAside(view, mention) && !isOwnerOfNext(view, mention)) {
        return group(view, mention);
      }
    }
    return List.of();
  }

  /**
   * Whose number it is; empty if the text gives it to nobody known.
   *
   * @param before what the article spoke of before the sentence
   */
  List<String> of(View view, Measure measure, Focus before) {
    Optional<List<String>> held = heldBy(view, measure);
    if (held.isPresent()) {
      return held.get();
    }
    Optional<List<String>> near = besideNumber(view, measure);
    if (near.isEmpty() && measure.role() == Measure.Role.OTHER) {
      near = lastBefore(view, measure.quantity().from(), measure.base().quantity().end());
    }
    if (near.isPresent()) {
      return near.get();
    }
    if (measure.base() != null) {
      return List.of();
    }
    Trigger trigger = measure.trigger();
    Optional<List<String>> named = besideTrigger(view, measure, before);
    if (named.isPresent()) {
      return named.get();
    }
    if (needsUsers(trigger)) {
      Optional<List<String>> used = used(view, trigger, before);
      if (used.isPresent()) {
        return used.get();
      }
      if (!cues.within(
          Cue.OWNS, view.lexemes(), measure.quantity().from() - 6, measure.quantity().from())) {
        return List.of();
      }
    }
    int start = Math.min(trigger.first(), measure.quantity().from());
    return backwards(view, measure, start, before);
  }

  private static boolean needsUsers(Trigger trigger) {
    return trigger.amount() == Trigger.Amount.PERCENT
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
            .map(m -> names(group(view, m)))
            .orElse(List.of());
    return Optional.of(holders);
  }

  /** 21% for B; B's 21%. */
  private Optional<List<String>> besideNumber(View view, Measure measure) {
    Quantity quantity = measure.quantity();
    int end = quantity.end();
    if (measure.base() == null && measure.trigger().first() == end) {
      end = measure.trigger().end();
    }
    if (OF.contains(view.key(end)) && !view.key(end).equals("at")) {
      int at = end + 1;
      while (view.isDecoration(at) || Set.of("the", "its", "their").contains(view.key(at))) {
        at++;
      }
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        return Optional.of(names(group(view, owned(view, mention.get()))));
      }
    }
    return Optional.empty();
  }

  /** A's share; the valuation of A; A users; valuing A at. */
  private Optional<List<String>> besideTrigger(View view, Measure measure, Focus before) {
    Trigger trigger = measure.trigger();
    for (Mention mention : view.mentions()) {
      if (mention.first() > trigger.first() && mention.end() <= trigger.end()) {
        return Optional.of(names(group(view, owned(view, mention))));
      }
    }
    for (Mention mention : view.mentions()) {
      int gap = trigger.first() - mention.end();
      if (gap >= 0 && gap <= 4 && isCompound(view, mention.end(), trigger.first())) {
        return Optional.of(names(List.of(mention)));
      }
    }
    int from = trigger.end();
    int to = Math.min(from + 4, Math.max(from, measure.quantity().from()));
    boolean ahead = measure.quantity().from() > trigger.first();
    int last = ahead ? to : Math.min(view.size(), from + 4);
    for (int at = from; at < last; at++) {
      Optional<Mention> mention = view.mentionAt(at);
      boolean direct = at == from && measure.metric() == Metric.VALUATION;
      boolean of = OF.contains(view.key(at - 1)) || OF.contains(view.key(at - 2));
      if (mention.isPresent() && (direct || (at > from && of))) {
        return Optional.of(names(group(view, owned(view, mention.get()))));
      }
      if (measure.metric() == Metric.VALUATION && at == from) {
        for (Cue same : List.of(Cue.SAME_COMPANY, Cue.SAME_ANY)) {
          if (cues.endAt(same, view.lexemes(), at) > 0) {
            return Optional.of(here(view, trigger.first(), before).resolve(same));
          }
        }
      }
    }
    return Optional.empty();
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
            return Optional.of(names(group(view, owned(view, mention.get()))));
          }
          if (Set.of("its", "it", "their").contains(view.key(object))
              && !here(view, trigger.first(), before).latest().isEmpty()) {
            return Optional.of(here(view, trigger.first(), before).latest());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The nearest name before a place that can be the subject; else what was spoken of before. */
  private List<String> backwards(View view, Measure measure, int start, Focus before) {
    boolean strange = false;
    for (int at = start - 1; at >= 0; at--) {
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        Mention candidate = mention.get();
        boolean classMember = cues.startBefore(Cue.CLASS, view.lexemes(), candidate.first()) >= 0;
        if (!classMember && mayOwn(view, candidate, measure)) {
          return strange && isSpeaker(view, candidate) ? List.of() : names(group(view, candidate));
        }
        at = candidate.first();
        continue;
      }
      Optional<Cue> same = sameAt(view, at);
      if (same.isPresent()) {
        boolean other = same.get() == Cue.SAME_ANY && hasStrangeOwner(view, at);
        return other ? List.of() : here(view, at, before).resolve(same.get());
      }
      boolean nounSubject = view.isNoun(at) && view.isVerb(at + 1) && view.timeAt(at).isEmpty();
      strange |= nounSubject && !isRoundWord(view, at);
    }
    if (measure.metric() == Metric.VALUATION && before.company() != null) {
      return List.of(before.company());
    }
    return hasStrangeSubject(view, start) ? List.of() : before.latest();
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
    for (int at = 0; at < start; at++) {
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
    return Set.of("he", "she", "we", "i", "you", "who", "they", "people").contains(key);
  }

  private boolean isRoundWord(View view, int at) {
    return cues.endAt(Cue.ROUND, view.lexemes(), at) > 0;
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
  private Focus here(View view, int at, Focus before) {
    Focus focus = before;
    for (Mention mention : view.mentions()) {
      boolean source = view.key(0).equals("according") && mention.first() <= 4;
      if (mention.end() <= at
          && (source || !isAside(view, mention))
          && !isOwnerOfNext(view, mention)) {
        focus = focus.on(group(view, mention));
      }
    }
    return focus;
  }

  /** The last mention in [to, from) of a list: followed by B with 118 million. */
  private Optional<List<String>> lastBefore(View view, int from, int to) {
    for (int at = from - 1; at >= to; at--) {
      Optional<Mention> mention = view.mentionAt(at);
      if (mention.isPresent()) {
        return Optional.of(names(group(view, mention.get())));
      }
    }
    return Optional.empty();
  }

  private boolean mayOwn(View view, Mention mention, Measure measure) {
    if (isOwnerOfNext(view, mention) || isPossessiveObject(view, mention)) {
      return false;
    }
    Mention first = group(view, mention).get(0);
    if (!isAside(view, first)) {
      return true;
    }
    String preposition = view.key(beforeName(view, first) - 1);
    return measure.metric() == Metric.VALUATION && TOWARDS_FOR_VALUE.contains(preposition);
  }

  private boolean isSpeaker(View view, Mention mention) {
    return cues.within(Cue.SAY, view.lexemes(), mention.end(), mention.end() + 3);
  }

  /** Has become A's rival: A is not who it is told of. */
  private static boolean isPossessiveObject(View view, Mention mention) {
    return view.key(mention.end()).equals("'") && view.isVerb(beforeName(view, mention) - 1);
  }

  private boolean isAside(View view, Mention mention) {
    int start = beforeName(view, mention);
    if (cues.startBefore(Cue.CLASS, view.lexemes(), start) >= 0) {
      return true;
    }
    if (cues.startBefore(Cue.ASIDE, view.lexemes(), start) < 0) {
      return false;
    }
    // With A holding; before A raised: the name is the subject of the words behind it.
    return !view.isVerb(mention.end()) && !view.isVerb(mention.end() + 1);
  }

  /** Where the noun phrase of a name begins: its article, adjectives and owner included. */
  private static int beforeName(View view, Mention mention) {
    int at = mention.first();
    while (at > 0) {
      boolean part =
          view.isDecoration(at - 1)
              || Set.of("DET", "ADJ").contains(view.tag(at - 1))
              || view.mentionAt(at - 1).isPresent();
      if (!part) {
        return at;
      }
      at--;
    }
    return at;
  }

  /** Google's in Google's Gemini. */
  private static boolean isOwnerOfNext(View view, Mention mention) {
    return !owned(view, mention).equals(mention);
  }

  private static Mention owned(View view, Mention mention) {
    if (!view.key(mention.end()).equals("'") && !view.key(mention.end()).equals("s")) {
      return mention;
    }
    int at = mention.end();
    while (view.isDecoration(at)) {
      at++;
    }
    return view.mentionAt(at).or(() -> view.mentionAt(mention.end() + 3)).orElse(mention);
  }

  /** A mention and those it is listed with: A, B and C. */
  private List<Mention> group(View view, Mention mention) {
    int index = view.mentions().indexOf(mention);
    List<Mention> group = new ArrayList<>(List.of(mention));
    for (int i = index - 1; i >= 0 && areListed(view, view.mentions().get(i), group.get(0)); i--) {
      group.add(0, view.mentions().get(i));
    }
    for (int i = index + 1;
        i < view.mentions().size()
            && areListed(view, group.get(group.size() - 1), view.mentions().get(i));
        i++) {
      group.add(view.mentions().get(i));
    }
    boolean conjunct = group.size() > 1 && isConjoined(view, group);
    boolean member = cues.startBefore(Cue.CLASS, view.lexemes(), group.get(0).first()) >= 0;
    return conjunct && !member ? group : List.of(mention);
  }

  private static boolean isConjoined(View view, List<Mention> group) {
    Mention last = group.get(group.size() - 1);
    return view.hasWord(Set.of("and", "&", "or"), group.get(group.size() - 2).end(), last.first());
  }

  private static boolean areListed(View view, Mention left, Mention right) {
    if (left.end() >= right.first()) {
      return false;
    }
    for (int at = left.end(); at < right.first(); at++) {
      if (!JOINTS.contains(view.key(at)) && !view.isDecoration(at)) {
        return false;
      }
    }
    return view.hasWord(Set.of(",", "and", "&", "or"), left.end(), right.first());
  }

  private static List<String> names(List<Mention> mentions) {
    return mentions.stream().map(Mention::name).distinct().toList();
  }
}
