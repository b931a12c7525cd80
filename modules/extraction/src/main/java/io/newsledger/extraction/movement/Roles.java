package io.newsledger.extraction.movement;

/** Reads titles: "chief technology officer", "head of its robotics team". Immutable. */
final class Roles {
  private static final int LONGEST = 12;

  private final Words words;

  Roles(Words words) {
    this.words = words;
  }

  /** The title that begins at a token, its articles left out, or null. */
  String at(View view, int from) {
    int start = from;
    while (view.isTag(start, "DET")
        || words.is("own", view.key(start))
        || view.isTag(start, "ADV")
        || view.key(start).equals("as")) {
      start++;
    }
    int end = -1;
    for (int i = start; i < view.size() && i < start + LONGEST; i++) {
      String key = view.key(i);
      boolean inner = (key.equals("of") || key.equals("and") || key.equals("for")) && i > start;
      boolean post = words.is("post", key);
      if (view.person(i) != null) {
        break;
      }
      if (post) {
        end = i;
      } else if ((!inner && !view.isNominal(i)) || (view.org(i) != null && end >= 0)) {
        break;
      } else if (end >= 0 && view.isNominal(i) && !view.isTag(i, "DET") && view.org(i) == null) {
        end = i;
      }
    }
    return end < 0 ? null : view.text(start, end);
  }

  boolean isAt(View view, int from) {
    return at(view, from) != null;
  }
}
