package io.newsledger.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/** Splits a block into sentences: the model's, mended where it knows no abbreviation or space. */
final class SentenceSplitter {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "st",
          "no", "vs", "inc", "corp", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
          "sept", "sep", "oct", "nov", "dec", "jr", "sr", "approx", "est", "e.g", "i.e", "u.s",
          "u.k", "d.c", "a.i");

  /** Abbreviations that end a sentence as readily as not. */
  private static final Set<String> FINAL =
      Set.of("inc", "corp", "ltd", "co", "jr", "sr", "u.s", "u.k", "d.c", "a.i", "no", "st", "est");

  private final SentenceDetectorME detector;

  SentenceSplitter(SentenceDetectorME detector) {
    this.detector = detector;
  }

  /** Sentences as [start, end) of the text. */
  List<Span> split(String text) {
    List<Span> spans = new ArrayList<>();
    for (Span span : detector.sentPosDetect(text)) {
      int last = spans.size() - 1;
      if (last >= 0 && isTorn(text, spans.get(last), span)) {
        spans.set(last, new Span(spans.get(last).getStart(), span.getEnd()));
      } else {
        spans.add(new Span(span.getStart(), span.getEnd()));
      }
    }
    List<Span> out = new ArrayList<>(spans.size());
    for (Span span : spans) {
      cutGlued(text, span, out);
    }
    return out;
  }

  private static boolean isTorn(String text, Span before, Span after) {
    char next = text.charAt(after.getStart());
    if (Character.isLowerCase(next) || next == ',' || next == ')') {
      return true;
    }
    int end = before.getEnd();
    if (text.charAt(end - 1) != '.') {
      return false;
    }
    int start = text.lastIndexOf(' ', end - 1) + 1;
    String word =
        text.substring(start, end - 1).toLowerCase(Locale.ROOT).replaceFirst("^[(\"']+", "");
    boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0));
    if (initial) {
      return !word.equals("i");
    }
    boolean known = ABBREVIATIONS.contains(word);
    return known && (!FINAL.contains(word) || !Character.isUpperCase(next));
  }

  /** Cuts where a full stop is glued to the next sentence: "ended.The next". */
  private static void cutGlued(String text, Span span, List<Span> out) {
    int start = span.getStart();
    for (int i = start + 3; i + 3 < span.getEnd(); i++) {
      char c = text.charAt(i);
      boolean stop = c == '.' || c == '!' || c == '?';
      if (stop
          && Character.isLowerCase(text.charAt(i - 1))
          && Character.isLowerCase(text.charAt(i - 2))
          && Character.isUpperCase(text.charAt(i + 1))
          && (Character.isLowerCase(text.charAt(i + 2)) || text.charAt(i + 2) == ' ')
          && (Character.isLowerCase(text.charAt(i + 3)) || text.charAt(i + 3) == ' ')) {
        out.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    out.add(new Span(start, span.getEnd()));
  }
}
