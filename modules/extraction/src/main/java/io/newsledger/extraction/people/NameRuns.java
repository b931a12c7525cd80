package io.newsledger.extraction.people;

import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the runs of tokens in one sentence that look like names of people. */
final class NameRuns {
  private static final int MOST_NAMES = 4;
  private static final int LEAST_WORD = 4;

  private final Names names;
  private final Sentence sentence;
  private final List<Token> tokens;
  private final boolean[] taken;
  private final boolean trusted;

  NameRuns(Names names, Sentence sentence, List<EntityMention> entities) {
    this.names = names;
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.taken = new boolean[tokens.size()];
    for (EntityMention entity : entities) {
      for (int i = entity.first(); i <= entity.last(); i++) {
        taken[i] = true;
      }
    }
    this.trusted = !isTitleCased();
  }

  List<NameRun> find() {
    List<NameRun> runs = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      if (!isPart(at)) {
        at++;
        continue;
      }
      int end = endOfRun(at);
      add(at, end, runs);
      at = end;
    }
    return runs;
  }

  private boolean isPart(int at) {
    if (at >= tokens.size() || taken[at]) {
      return false;
    }
    Token token = tokens.get(at);
    return names.isName(token) || names.isInitial(token) || names.isDoubtful(token);
  }

  private int endOfRun(int first) {
    int end = first + 1;
    while (end < tokens.size()) {
      if (isPart(end) || (names.isSuffix(tokens.get(end)) && !taken[end])) {
        end++;
      } else if (names.isParticle(tokens.get(end)) && afterParticles(end) > end) {
        end = afterParticles(end);
      } else if (isNickname(end)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  private int afterParticles(int at) {
    int end = at;
    while (end < tokens.size() && end < at + 2 && names.isParticle(tokens.get(end))) {
      end++;
    }
    return isPart(end) ? end : at;
  }

  /** (Tony) or "Willy" between given and family name. */
  private boolean isNickname(int at) {
    if (at + 3 >= tokens.size()) {
      return false;
    }
    String open = tokens.get(at).text();
    String close = tokens.get(at + 2).text();
    boolean marked =
        (open.equals("(") && close.equals(")")) || (open.equals("\"") && close.equals("\""));
    return marked && isPart(at + 1) && isPart(at + 3);
  }

  private void add(int from, int end, List<NameRun> runs) {
    int first = from;
    int last = end - 1;
    boolean sentenceStart = first == 0 || isOpening(tokens.get(first - 1));
    Token opening = tokens.get(first);
    if (sentenceStart && first < last && isNoName(opening)) {
      first++;
    }
    while (last > first && names.isInitial(tokens.get(last))) {
      last--;
    }
    if (end < tokens.size() && makesThing(end)) {
      return;
    }
    if (first > 0 && tokens.get(first - 1).is("&")) {
      return;
    }
    int count = 0;
    int sure = 0;
    for (int i = first; i <= last; i++) {
      Token token = tokens.get(i);
      boolean name = names.isName(token);
      sure += name ? 1 : 0;
      count += name || names.isDoubtful(token) || names.isInitial(token) ? 1 : 0;
    }
    if (sure == 0 || count > MOST_NAMES || isPhrase(first, last)) {
      return;
    }
    runs.add(new NameRun(sentence.index(), first, last, Math.min(count, 1 + sure), trusted));
  }

  /** "Social Initiatives", "Party Essentials": words that are common in lower case, no name. */
  private boolean isPhrase(int first, int last) {
    int common = 0;
    for (int i = first; i <= last; i++) {
      common += names.isCommon(tokens.get(i)) ? 1 : 0;
    }
    boolean plural = tokens.get(last).text().endsWith("s") && names.isCommon(tokens.get(last));
    return last > first && (common == last - first + 1 || common > 1 || plural);
  }

  private static boolean isOpening(Token token) {
    return token.tag().equals("PUNCT") && !token.text().equals(",") && !token.text().equals("-");
  }

  /** Tags alone cannot tell: the model takes rare given names for anything. */
  private static boolean isNoName(Token token) {
    String text = token.text();
    return switch (token.tag()) {
      case "VERB" -> text.endsWith("ing") || text.endsWith("ed");
      case "ADV" -> text.endsWith("ly");
      case "NUM" -> true;
      default -> false;
    };
  }

  /** Headlines end without a full stop. */
  private static boolean isStop(Token token) {
    return token.is(".") || token.is("!") || token.is("?") || token.is("\"");
  }

  private boolean makesThing(int at) {
    Token token = tokens.get(at);
    return (Character.isUpperCase(token.text().charAt(0)) && !taken[at] && names.isThing(token))
        || token.is("&");
  }

  /** Whether most words have capitals, so that a capital means nothing. */
  private boolean isTitleCased() {
    int words = 0;
    int capitals = 0;
    for (Token token : tokens) {
      if (token.text().length() >= LEAST_WORD && Character.isLetter(token.text().charAt(0))) {
        words++;
        capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    boolean line =
        sentence.kind() == Sentence.Kind.TITLE || sentence.kind() == Sentence.Kind.HEADING;
    boolean stopped = !line && isStop(tokens.get(tokens.size() - 1));
    return capitals * 10 > words * (line ? 6 : 8) && words > 2 && !stopped;
  }
}
