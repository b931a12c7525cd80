package io.newsledger.extraction.movement;

import io.newsledger.extraction.phrase.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The declared frames, by every form of their words. Immutable. */
final class Frames {
  private static final int COLUMNS = 5;
  private static final String VOWELS = "aeiou";

  /** How a verb is inflected. */
  enum Form {
    BASE,
    THIRD,
    PAST,
    PARTICIPLE,
    ING,
    NOUN
  }

  /**
   * A form of a frame's word.
   *
   * @param frame whose
   * @param forms all that it may be
   */
  record Entry(Frame frame, Set<Form> forms) {
    Entry {
      forms = Set.copyOf(forms);
    }

    boolean is(Form form) {
      return forms.contains(form);
    }
  }

  private final Map<String, List<Entry>> byForm = new HashMap<>();

  private Frames() {}

  /**
   * Reads the frames.
   *
   * @throws IllegalStateException if the resource is missing or malformed
   */
  static Frames load() {
    Frames frames = new Frames();
    for (List<String> row : Lines.columns(Frames.class, "frames.tsv")) {
      try {
        frames.add(row);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("frames.tsv: cannot read " + row, e);
      }
    }
    return frames;
  }

  /** The frames that a word may stand for. */
  List<Entry> of(String word) {
    return byForm.getOrDefault(word, List.of());
  }

  /** All words that begin a frame, in lower case. */
  Set<String> words() {
    return Collections.unmodifiableSet(byForm.keySet());
  }

  private static Set<List<String>> particles(String text) {
    Set<List<String>> particles = new LinkedHashSet<>();
    for (String particle : text.split("\\|", -1)) {
      particles.add(List.of(particle.split("_", -1)));
    }
    return particles;
  }

  private void add(List<String> row) {
    if (row.size() != COLUMNS) {
      throw new IllegalArgumentException("expected " + COLUMNS + " columns");
    }
    String word = row.get(0);
    int plus = word.indexOf('+');
    Set<List<String>> particles = plus < 0 ? Set.of() : particles(word.substring(plus + 1));
    Frame.Who who = Frame.Who.valueOf(row.get(1).toUpperCase(Locale.ROOT));
    Map<String, End> ends = new HashMap<>();
    for (String end : row.get(2).split(" ", -1)) {
      int colon = end.indexOf(':');
      ends.put(
          end.substring(0, colon), End.valueOf(end.substring(colon + 1).toUpperCase(Locale.ROOT)));
    }
    Frame.Kind kind = Frame.Kind.valueOf(row.get(3).toUpperCase(Locale.ROOT));
    Set<Frame.Flag> flags = EnumSet.noneOf(Frame.Flag.class);
    if (!row.get(4).equals("-")) {
      for (String flag : row.get(4).split(" ", -1)) {
        flags.add(Frame.Flag.valueOf(flag.toUpperCase(Locale.ROOT)));
      }
    }
    String verb = plus < 0 ? word : word.substring(0, plus);
    List<String> forms = who == Frame.Who.NOUN ? List.of(verb) : inflect(verb);
    Frame frame = new Frame(forms.get(0), particles, who, ends, kind, flags);
    Map<String, EnumSet<Form>> named = new LinkedHashMap<>();
    if (who == Frame.Who.NOUN) {
      named.put(verb, EnumSet.of(Form.NOUN));
      named.put(verb + "s", EnumSet.of(Form.NOUN));
    } else {
      Form[] order = {Form.BASE, Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING};
      for (int i = 0; i < order.length; i++) {
        named.computeIfAbsent(forms.get(i), f -> EnumSet.noneOf(Form.class)).add(order[i]);
      }
    }
    named.forEach(
        (form, kinds) ->
            byForm.computeIfAbsent(form, f -> new ArrayList<>()).add(new Entry(frame, kinds)));
  }

  /** Base, third person, past, participle, -ing. What is given is kept, the rest is regular. */
  private static List<String> inflect(String given) {
    List<String> forms = new ArrayList<>(Arrays.asList(given.split("/", -1)));
    String base = forms.get(0);
    boolean e = base.endsWith("e");
    boolean y = base.endsWith("y") && VOWELS.indexOf(base.charAt(base.length() - 2)) < 0;
    String stem = y ? base.substring(0, base.length() - 1) + "i" : base;
    List<String> regular =
        List.of(
            base,
            y ? stem + "es" : base + "s",
            e ? base + "d" : stem + "ed",
            e ? base + "d" : stem + "ed",
            e && !base.endsWith("ee")
                ? base.substring(0, base.length() - 1) + "ing"
                : base + "ing");
    for (int i = forms.size(); i < regular.size(); i++) {
      forms.add(regular.get(i));
    }
    return forms;
  }
}
