package io.newsledger.extraction.reference;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sentences written with their tags: words between spaces, "_" before a tag, "~" in front of a
 * token that follows the one before without a space. Untagged words are PROPN if capitalised, else
 * NOUN.
 */
final class Tagged {
  private static final Set<String> PREPOSITIONS =
      Set.of("at", "by", "for", "from", "in", "of", "on", "to", "with");

  private Tagged() {}

  static Sentence sentence(String tagged) {
    StringBuilder text = new StringBuilder();
    List<Token> tokens = new ArrayList<>();
    for (String part : tagged.split(" ", -1)) {
      boolean glued = part.startsWith("~");
      String word = glued ? part.substring(1) : part;
      if (!glued && text.length() > 0) {
        text.append(' ');
      }
      int bar = word.lastIndexOf('_');
      String form = bar > 0 ? word.substring(0, bar) : word;
      String tag = bar > 0 ? word.substring(bar + 1) : tag(form);
      tokens.add(new Token(text.length(), text.length() + form.length(), form, tag));
      text.append(form);
    }
    return new Sentence(
        0, 0, Sentence.Kind.PROSE, Quote.Field.BODY, 0, text.length(), text.toString(), tokens);
  }

  static Document document(String... tagged) {
    List<Sentence> sentences = new ArrayList<>();
    for (String one : tagged) {
      sentences.add(sentence(one));
    }
    ArticleText article = new ArticleText(null, "", LocalDate.of(2026, 1, 1), null, null);
    return new Document(article, sentences);
  }

  private static String tag(String form) {
    if (!Character.isLetterOrDigit(form.codePointAt(0))) {
      return form.equals("'s") ? "PART" : "PUNCT";
    }
    if (Character.isDigit(form.codePointAt(0))) {
      return "NUM";
    }
    if (PREPOSITIONS.contains(form)) {
      return "ADP";
    }
    return Character.isUpperCase(form.codePointAt(0)) ? "PROPN" : "NOUN";
  }
}
