package io.newsledger.extraction.figure;

import io.newsledger.extraction.figure.Owning.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Other readings of what a sentence says: where its words do not settle whose a number is, it may
 * be that of what the article is about, or of the first subject.
 */
final class Alternatives {
  /** Ways that leave room for another owner. */
  private static final Set<Way> OPEN =
      EnumSet.of(
          Way.SUBJECT,
          Way.RELATIVE,
          Way.ANAPHOR,
          Way.FOCUS,
          Way.ONLY_NAME,
          Way.INVESTED,
          Way.BASE,
          Way.NONE);

  private static final int BEFORE = 2;

  private final Owners owners;
  private final Background background;

  Alternatives(Owners owners, Background background) {
    this.owners = owners;
    this.background = background;
  }

  /** The other readings; none says what the first says. */
  List<Said> of(View view, Said first) {
    if (!OPEN.contains(first.owning().way())) {
      return List.of();
    }
    List<Said> out = new ArrayList<>();
    Set<List<String>> taken = new HashSet<>();
    taken.add(first.entities());
    List<String> subject = Subjects.names(owners.subject(view));
    if (!subject.isEmpty() && taken.add(subject)) {
      out.add(first.of(new Owning(subject, Way.FIRST_SUBJECT)));
    }
    int number = first.measure().quantity().from();
    for (Mention mention : nearest(view, number)) {
      if (taken.add(List.of(mention.name()))) {
        Way way = mention.first() < number ? Way.NEAR_BEFORE : Way.NEAR_BEHIND;
        out.add(first.of(new Owning(List.of(mention.name()), way)));
      }
    }
    String main = background.main();
    if (main != null && taken.add(List.of(main))) {
      out.add(first.of(new Owning(List.of(main), Way.MAIN)));
    }
    return out;
  }

  /** The two last names before a number and the first one behind it. */
  private static List<Mention> nearest(View view, int number) {
    List<Mention> before = view.mentions().stream().filter(m -> m.first() < number).toList();
    List<Mention> out =
        new ArrayList<>(before.subList(Math.max(0, before.size() - BEFORE), before.size()));
    view.mentions().stream().filter(m -> m.first() >= number).findFirst().ifPresent(out::add);
    return out;
  }
}
