package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.text.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what is true of a figure that the patterns propose, for the judge to learn from. */
final class Hearing {
  private static final int NEAR = 4;
  private static final int EARLY = 3;

  /** Words anywhere in a sentence that tell of something else than a level. */
  private static final Set<String> TELLING =
      Set.of(
          "if",
          "would",
          "could",
          "may",
          "might",
          "per",
          "each",
          "law",
          "bill",
          "tax",
          "stake",
          "deal",
          "profit",
          "profits",
          "loss",
          "income",
          "spending",
          "spend",
          "invest",
          "invested",
          "investment",
          "raise",
          "raised",
          "raising",
          "funding",
          "round",
          "survey",
          "poll",
          "respondents",
          "adults",
          "employees",
          "workers",
          "students",
          "those",
          "threshold",
          "require",
          "requires",
          "because",
          "competitor",
          "competitors",
          "rival",
          "rivals",
          "analysts",
          "expected",
          "million",
          "billion",
          "trillion",
          "annualized",
          "annual",
          "recurring",
          "quarter",
          "led",
          "closest",
          "acquire",
          "acquired",
          "combined",
          "industry",
          "market",
          "economy",
          "government",
          "country",
          "contract",
          "backlog",
          "pledged",
          "saved",
          "founder",
          "creator",
          "creators",
          "channel",
          "video",
          "worth",
          "shares",
          "stock",
          "bank",
          "fund",
          "investor",
          "investors",
          "up",
          "down",
          "from",
          "compared",
          "versus");

  private final Background background;

  Hearing(Background background) {
    this.background = background;
  }

  /** The features of what a sentence says with one number. */
  Set<String> features(View view, Said said) {
    Set<String> out = new TreeSet<>();
    Measure measure = said.measure();
    String metric = measure.metric().name().toLowerCase(Locale.ROOT);
    out.add("metric=" + metric);
    amount(measure, metric, out);
    words(view, measure, metric, out);
    owner(view, said, metric, out);
    sentence(view, out);
    out.add("modality=" + said.modality().name().toLowerCase(Locale.ROOT));
    out.add(said.asOf() == null ? "no date" : "dated " + said.asOf().length());
    out.add(said.scope() == null ? "no scope" : "scope");
    if (said.each()) {
      out.add("each");
    }
    return out;
  }

  private static void amount(Measure measure, String metric, Set<String> out) {
    Quantity quantity = measure.quantity();
    out.add("bound=" + quantity.bound().name().toLowerCase(Locale.ROOT));
    out.add("role=" + measure.role().name().toLowerCase(Locale.ROOT));
    out.add(measure.base() == null ? "own words" : "words of another");
    out.add("range=" + quantity.range().name().toLowerCase(Locale.ROOT));
    int digits = quantity.value() < 1 ? 0 : (int) Math.floor(Math.log10(quantity.value()));
    out.add("size=" + metric + " " + Math.min(digits, 12));
  }

  private static void words(View view, Measure measure, String metric, Set<String> out) {
    Quantity quantity = measure.quantity();
    Trigger trigger = measure.trigger();
    boolean behind = trigger.first() >= quantity.end();
    int gap = behind ? trigger.first() - quantity.end() : quantity.from() - trigger.end();
    String side = behind ? "behind" : "before";
    out.add("words " + side + " " + bucket(gap));
    out.add("words " + metric + " " + side);
    out.add("cue=" + view.key(trigger.end() - 1));
    out.add("cue first=" + view.key(trigger.first()));
    out.add("previous=" + view.key(quantity.from() - 1));
    out.add("second previous=" + view.key(quantity.from() - 2));
    out.add("next=" + view.key(quantity.end()));
    out.add("behind all=" + view.key(Math.max(quantity.end(), trigger.end())));
    out.add("before all=" + view.key(Math.min(quantity.from(), trigger.first()) - 1));
    for (int at = quantity.from() - NEAR; at < quantity.end() + NEAR; at++) {
      if (view.isVerb(at)) {
        out.add("verb=" + view.key(at));
      }
    }
  }

  private void owner(View view, Said said, String metric, Set<String> out) {
    Quantity quantity = said.measure().quantity();
    String way = said.owning().way().name().toLowerCase(Locale.ROOT);
    String name = said.entities().get(0);
    String kind = background.kind(name);
    out.add("way=" + way);
    out.add("way=" + way + " " + metric);
    out.add("owner=" + kind);
    out.add("owner=" + kind + " " + metric);
    out.add("owners=" + Math.min(3, said.entities().size()));
    out.add("named " + bucket(background.count(name)));
    out.add(background.isInTitle(name) ? "owner in title" : "owner not in title");
    if (background.isMostNamed(name)) {
      out.add("owner most named");
    }
    Optional<Mention> own =
        view.mentions().stream()
            .filter(m -> m.name().equals(name))
            .min(
                (a, b) ->
                    Integer.compare(
                        Math.abs(a.first() - quantity.from()),
                        Math.abs(b.first() - quantity.from())));
    if (own.isEmpty()) {
      int distance = background.distance(name, view.sentence().index());
      out.add("owner sentences away " + bucket(distance));
      out.add("owner elsewhere " + way);
      // The startup, which…, is valued at: whose sentence it is.
      out.add("owner elsewhere " + way + ", opening " + view.key(0));
      strangers(view, 0, quantity.from(), "sentence", out);
      return;
    }
    Mention mention = own.get();
    boolean before = mention.first() < quantity.from();
    int gap = before ? quantity.from() - mention.end() : mention.first() - quantity.end();
    out.add("owner " + (before ? "before " : "behind ") + bucket(gap));
    out.add("owner " + way + (before ? " before" : " behind"));
    out.add("before owner=" + view.key(mention.first() - 1));
    out.add("behind owner=" + view.key(mention.end()));
    out.add(mention.first() <= 1 ? "owner first" : "owner inside");
    int from = before ? mention.end() : quantity.end();
    int to = before ? quantity.from() : mention.first();
    long others = view.mentions().stream().filter(m -> m.first() >= from && m.end() <= to).count();
    out.add("names between " + Math.min(3, others));
    strangers(view, from, to, "between", out);
    if (view.hasWord(Set.of(",", ";", ":"), from, to)) {
      out.add("part between");
    }
  }

  /** Names of nobody known, and subjects that are no names, which the number could be of. */
  private static void strangers(View view, int from, int to, String where, Set<String> out) {
    boolean name = false;
    boolean subject = false;
    boolean pronoun = false;
    for (int at = Math.max(0, from); at < Math.min(to, view.size()); at++) {
      boolean free = view.mentionAt(at).isEmpty() && view.timeAt(at).isEmpty();
      name |= free && view.tag(at).equals("PROPN");
      subject |= free && view.isNoun(at) && view.isVerb(at + 1);
      pronoun |= view.tag(at).equals("PRON");
    }
    if (name) {
      out.add("stranger " + where);
    }
    if (subject) {
      out.add("strange subject " + where);
    }
    if (pronoun) {
      out.add("pronoun " + where);
    }
  }

  private void sentence(View view, Set<String> out) {
    Sentence sentence = view.sentence();
    out.add("kind=" + sentence.kind().name().toLowerCase(Locale.ROOT));
    out.add("numbers " + bucket(view.quantities().size()));
    out.add("names " + bucket(view.mentions().size()));
    out.add("length " + view.size() / 15);
    if (sentence.index() < EARLY) {
      out.add("early");
    }
    if (sentence.index() * 2 > background.size()) {
      out.add("late");
    }
    String text = sentence.text();
    char last = text.charAt(text.length() - 1);
    out.add(last == '.' || last == '"' ? "ends" : "no end");
    if (text.indexOf('"') >= 0) {
      out.add("quotation");
    }
    if (text.indexOf('?') >= 0) {
      out.add("question");
    }
    for (int at = 0; at < view.size(); at++) {
      if (TELLING.contains(view.key(at))) {
        out.add("word=" + view.key(at));
      }
    }
  }

  private static String bucket(int gap) {
    for (int edge : List.of(0, 1, 2, 4, 8)) {
      if (gap <= edge) {
        return gap < 0 ? "none" : "up to " + edge;
      }
    }
    return "far";
  }
}
