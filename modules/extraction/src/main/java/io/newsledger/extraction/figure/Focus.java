package io.newsledger.extraction.figure;

import java.util.List;
import java.util.Optional;

/**
 * What an article is speaking of at a place: what "it", "the company" and "the app" stand for.
 *
 * @param latest what was spoken of last; several if they were spoken of together
 * @param company the company spoken of last, or null
 * @param product the product spoken of last, or null
 */
record Focus(List<String> latest, String company, String product) {
  static final Focus NONE = new Focus(List.of(), null, null);

  Focus {
    latest = List.copyOf(latest);
  }

  /** The focus after mentions have been the subject. */
  Focus on(List<Mention> subject) {
    if (subject.isEmpty()) {
      return this;
    }
    String newCompany = company;
    String newProduct = product;
    for (Mention mention : subject) {
      if (mention.isProduct()) {
        newProduct = mention.name();
        newCompany = mention.organisation() == null ? newCompany : mention.organisation();
      } else {
        newCompany = mention.name();
      }
    }
    List<String> names = subject.stream().map(Mention::name).distinct().toList();
    return new Focus(names, newCompany, newProduct);
  }

  /** What a word for "the same" stands for. */
  List<String> resolve(Cue same) {
    return switch (same) {
      case SAME_COMPANY -> Optional.ofNullable(company).map(List::of).orElse(List.of());
      case SAME_PRODUCT -> Optional.ofNullable(product).map(List::of).orElse(List.of());
      default -> latest;
    };
  }
}
