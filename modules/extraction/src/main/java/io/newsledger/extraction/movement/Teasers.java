package io.newsledger.extraction.movement;

import io.newsledger.extraction.Quote;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;

/** Tells lines that are nothing but a link, which tell of another article than this one. */
final class Teasers {
  private Teasers() {}

  /** Whether a heading or item of the body is one whole link, in Markdown or HTML. */
  static boolean isTeaser(Document document, Sentence sentence) {
    boolean line =
        sentence.kind() == Sentence.Kind.LIST_ITEM || sentence.kind() == Sentence.Kind.HEADING;
    if (!line || sentence.field() != Quote.Field.BODY) {
      return false;
    }
    String body = document.article().body();
    int before = sentence.start() - 1;
    while (before >= 0 && isMark(body.charAt(before))) {
      before--;
    }
    int behind = sentence.end();
    while (behind < body.length() && isMark(body.charAt(behind))) {
      behind++;
    }
    if (before < 0) {
      return false;
    }
    boolean markdown = body.charAt(before) == '[' && body.startsWith("](", behind);
    boolean html =
        body.charAt(before) == '>'
            && body.startsWith("</a>", behind)
            && body.startsWith("<a ", body.lastIndexOf('<', before));
    return markdown || html;
  }

  private static boolean isMark(char c) {
    return c == '*' || c == '_' || c == '\\' || c == ' ';
  }
}
