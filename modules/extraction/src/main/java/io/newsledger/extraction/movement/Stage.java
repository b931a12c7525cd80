package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.phrase.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides how certain a movement is by the verbs around its trigger. Immutable. */
final class Stage {
  private static final int REACH = 5;
  private static final Set<String> ADDITION = Set.of("just", "only", "merely", "simply");

  private enum Kind {
    /** Told as a condition or a wish: no movement. */
    UNREAL,
    DENIED,
    RUMOURED,
    AHEAD
  }

  private final Map<Kind, Set<String>> inGroup = new HashMap<>();

  private Stage() {}

  static Stage load() {
    Stage stage = new Stage();
    for (List<String> row : Lines.columns(Stage.class, "stages.tsv")) {
      stage
          .inGroup
          .computeIfAbsent(Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)), k -> new HashSet<>())
          .addAll(Arrays.asList(row.get(1).split(" ", -1)));
    }
    return stage;
  }

  /** The certainty; empty if nothing is said to happen at all. */
  Optional<Modality> of(View view, Trigger trigger) {
    List<String> before = wordsBefore(view, trigger);
    if (has(Kind.UNREAL, before)) {
      return Optional.empty();
    }
    if (has(Kind.DENIED, before) && !isAddition(before)) {
      return Optional.of(Modality.DENIED);
    }
    if (has(Kind.RUMOURED, before)) {
      return Optional.of(Modality.RUMOURED);
    }
    boolean ahead = has(Kind.AHEAD, before) && !isDone(before);
    return Optional.of(
        ahead || isProgressive(view, trigger) ? Modality.ANNOUNCED : Modality.REPORTED);
  }

  /** The words of the verb's group, and what an infinitive or participle hangs on. */
  private static List<String> wordsBefore(View view, Trigger trigger) {
    int from = trigger.group();
    boolean hanging = view.key(from).equals("to") || view.key(from).endsWith("ing");
    if (hanging || trigger.entry().is(Frames.Form.NOUN)) {
      for (int i = 0; i < REACH && from > 0; i++) {
        if (view.isComma(from - 1) || view.isBreak(from - 1) || view.person(from - 1) != null) {
          break;
        }
        from--;
      }
    } else {
      for (int i = from - 1; i >= 0 && i >= from - 7; i--) {
        if (view.isComma(i) || view.isBreak(i)) {
          break;
        }
        if (view.key(i).equals("that")) {
          from = Math.max(0, i - 3); // "denied reports that he"
          break;
        }
        if (view.isTag(i, "SCONJ")) {
          from = i;
          break;
        }
      }
    }
    List<String> keys = new ArrayList<>();
    for (int i = from; i < trigger.first(); i++) {
      keys.add(view.key(i));
    }
    return keys;
  }

  private static boolean isProgressive(View view, Trigger trigger) {
    return trigger.entry().is(Frames.Form.ING) && view.isTag(trigger.first() - 1, "AUX");
  }

  /** "did not just leave" says that it happened, and more. */
  private static boolean isAddition(List<String> before) {
    for (int i = 0; i + 1 < before.size(); i++) {
      boolean not = before.get(i).equals("not") || before.get(i).equals("n't");
      if (not && ADDITION.contains(before.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDone(List<String> before) {
    return before.contains("have") && before.contains("to");
  }

  private boolean has(Kind kind, List<String> keys) {
    Set<String> wanted = inGroup.getOrDefault(kind, Set.of());
    return keys.stream().anyMatch(wanted::contains);
  }
}
