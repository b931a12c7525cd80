package io.newsledger.extraction.people;

import java.util.List;

/**
 * All persons of one article.
 *
 * @param persons in order of their first full name
 * @param mentions for each sentence, in order
 */
public record People(List<Person> persons, List<List<PersonMention>> mentions) {
  public People {
    persons = List.copyOf(persons);
    mentions = List.copyOf(mentions);
  }

  /** Mentions in the sentence with this index. */
  public List<PersonMention> in(int sentence) {
    return mentions.get(sentence);
  }
}
