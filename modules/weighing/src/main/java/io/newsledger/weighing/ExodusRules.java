package io.newsledger.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What it takes to raise an alert, by organisation.
 *
 * @param usual for all organisations that have no rule of their own
 * @param own rules of organisations, by canonical short name
 */
public record ExodusRules(ExodusRule usual, Map<String, ExodusRule> own) {
  /** The usual rule for all. */
  public static final ExodusRules DEFAULT = new ExodusRules(ExodusRule.DEFAULT, Map.of());

  public ExodusRules {
    Objects.requireNonNull(usual, "usual");
    own = Map.copyOf(own);
  }

  /**
   * Reads rules: "PEOPLE/DAYS" for all, "ORGANISATION=PEOPLE/DAYS" for one; what is not given is as
   * by default.
   *
   * @throws IllegalArgumentException if one is no rule, or one is given twice
   */
  public static ExodusRules parse(List<String> texts) {
    ExodusRule usual = null;
    TreeMap<String, ExodusRule> own = new TreeMap<>();
    for (String text : texts) {
      int equals = text.lastIndexOf('=');
      boolean twice;
      if (equals < 0) {
        twice = usual != null;
        usual = ExodusRule.parse(text);
      } else {
        String organisation = text.substring(0, equals).strip();
        if (organisation.isEmpty()) {
          throw new IllegalArgumentException(
              "'" + text + "' names no organisation: give ORGANISATION=PEOPLE/DAYS");
        }
        twice = own.put(organisation, ExodusRule.parse(text.substring(equals + 1))) != null;
      }
      if (twice) {
        throw new IllegalArgumentException(
            "'" + text + "' is a second rule for the same: give one for all, one an organisation");
      }
    }
    return new ExodusRules(usual == null ? ExodusRule.DEFAULT : usual, own);
  }

  /** The rule for an organisation. */
  public ExodusRule of(String organisation) {
    return own.getOrDefault(organisation, usual);
  }

  /** As {@link #parse} reads them: the usual one, then the others by organisation. */
  List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(usual.text()));
    new TreeMap<>(own).forEach((organisation, rule) -> texts.add(organisation + "=" + rule.text()));
    return texts;
  }
}
