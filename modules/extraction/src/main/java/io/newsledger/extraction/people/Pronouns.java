package io.newsledger.extraction.people;

import io.newsledger.extraction.people.PersonMention.Form;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says whom he and she mean: the last person that the text could have gone on about. */
final class Pronouns {
  private static final int FURTHEST = 3;
  private static final int LONGEST_SAYING = 5;
  private static final Set<String> SPEECH =
      Set.of(
          "said",
          "says",
          "announced",
          "announces",
          "wrote",
          "writes",
          "confirmed",
          "confirms",
          "posted",
          "revealed",
          "told");
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");

  private final Document document;
  private final Map<Person, Set<String>> known = new HashMap<>();

  Pronouns(Document document) {
    this.document = document;
  }

  People resolve(People people) {
    List<List<PersonMention>> all = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<PersonMention> here = new ArrayList<>(people.in(sentence.index()));
      honorifics(sentence, here);
      for (int i = 0; i < sentence.tokens().size(); i++) {
        String word = sentence.tokens().get(i).text().toLowerCase(Locale.ROOT);
        Set<String> kind = HE.contains(word) ? HE : SHE.contains(word) ? SHE : null;
        Person person = kind == null ? null : person(sentence.tokens(), all, here, i, kind);
        if (person != null) {
          known.putIfAbsent(person, kind);
          here.add(new PersonMention(i, i, person, Form.PRONOUN));
          here.sort(Comparator.comparingInt(PersonMention::first));
        }
      }
      all.add(here);
    }
    return new People(people.persons(), all);
  }

  private void honorifics(Sentence sentence, List<PersonMention> mentions) {
    for (PersonMention mention : mentions) {
      Token before = mention.first() == 0 ? null : sentence.tokens().get(mention.first() - 1);
      if (before != null && (before.is("Mr.") || before.is("Mr"))) {
        known.putIfAbsent(mention.person(), HE);
      } else if (before != null && (before.is("Ms.") || before.is("Mrs.") || before.is("Ms"))) {
        known.putIfAbsent(mention.person(), SHE);
      }
    }
  }

  private Person person(
      List<Token> tokens,
      List<List<PersonMention>> before,
      List<PersonMention> here,
      int at,
      Set<String> kind) {
    List<PersonMention> earlier = here.stream().filter(m -> m.first() < at).toList();
    Person person = speaker(tokens, earlier, at, kind);
    person = person == null ? first(earlier, kind) : person;
    for (int back = 1; person == null && back <= FURTHEST && back <= before.size(); back++) {
      person = first(before.get(before.size() - back), kind);
    }
    return person;
  }

  /** "X said (that) he": X. */
  private Person speaker(
      List<Token> tokens, List<PersonMention> earlier, int at, Set<String> kind) {
    int verb = at - 1;
    while (verb >= 0 && !SPEECH.contains(tokens.get(verb).text()) && at - verb <= LONGEST_SAYING) {
      verb--;
    }
    for (PersonMention mention : earlier) {
      boolean says = mention.last() == verb - 1 && verb > at - LONGEST_SAYING;
      if (says && known.getOrDefault(mention.person(), kind).equals(kind)) {
        return mention.person();
      }
    }
    return null;
  }

  /** The first that fits: sentences begin with whom they are about. */
  private Person first(List<PersonMention> mentions, Set<String> kind) {
    for (PersonMention mention : mentions) {
      if (known.getOrDefault(mention.person(), kind).equals(kind)) {
        return mention.person();
      }
    }
    return null;
  }
}
