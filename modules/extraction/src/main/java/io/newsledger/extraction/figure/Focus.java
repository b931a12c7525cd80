package io.newsledger.extraction.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an article is speaking of at a place: what "it", "the company" and "the app" stand for.
 *
 * @param latest what was spoken of last; several if they were spoken of together
 * @param companies companies spoken of, the last one first; at most {@link #MEMORY}
 * @param product the product spoken of last, or null
 * @param fresh a product of the company spoken of that was named in the same sentence, or null
 * @param together what the last sentences named, the last sentence first; at most {@link #NEAR}
 */
record Focus(
    List<String> latest,
    List<String> companies,
    String product,
    String fresh,
    List<List<String>> together) {
  static final Focus NONE = new Focus(List.of(), List.of(), null, null, List.of());
  private static final int NEAR = 3;
  private static final int MEMORY = 4;

  Focus {
    latest = List.copyOf(latest);
    companies = List.copyOf(companies);
    together = List.copyOf(together);
  }

  /** The company spoken of last, or null. */
  String company() {
    return companies.isEmpty() ? null : companies.get(0);
  }

  /** The focus after mentions have been the subject. */
  Focus on(List<Mention> subject) {
    return on(subject, List.of());
  }

  /**
   * The focus after a sentence.
   *
   * @param subject whom it is about; empty if it goes on about the same
   * @param others whom else it names
   */
  Focus on(List<Mention> subject, List<Mention> others) {
    LinkedHashSet<String> named = new LinkedHashSet<>();
    String newProduct = product;
    for (Mention mention : subject) {
      newProduct = mention.isProduct() ? mention.name() : newProduct;
      Optional.ofNullable(mention.company()).ifPresent(named::add);
    }
    if (subject.isEmpty() && company() != null) {
      named.add(company());
    }
    String speaksOf = named.isEmpty() ? null : named.iterator().next();
    String newFresh = null;
    for (Mention mention : others) {
      if (mention.isProduct() && Objects.equals(mention.organisation(), speaksOf)) {
        newFresh = mention.name();
      }
      if (!mention.isProduct()) {
        named.add(mention.name());
      }
    }
    boolean productIsSubject = subject.stream().anyMatch(Mention::isProduct);
    newProduct = productIsSubject || newFresh == null ? newProduct : newFresh;
    named.addAll(companies);
    List<String> names = subject.stream().map(Mention::name).distinct().toList();
    return new Focus(
        names.isEmpty() ? latest : names,
        new ArrayList<>(named).subList(0, Math.min(MEMORY, named.size())),
        newProduct,
        newFresh,
        together);
  }

  /** The focus after a sentence that named these. */
  Focus naming(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    List<List<String>> near = new ArrayList<>();
    near.add(names);
    near.addAll(together.subList(0, Math.min(NEAR - 1, together.size())));
    return new Focus(latest, companies, product, fresh, near);
  }

  /**
   * Whom "the three" stand for: so many that one sentence, or several that follow each other, have
   * named just before; nobody if it was more or fewer.
   */
  List<String> several(int count) {
    LinkedHashSet<String> named = new LinkedHashSet<>();
    for (List<String> sentence : together) {
      if (sentence.size() == count) {
        return sentence;
      }
      named.addAll(sentence);
      if (named.size() >= count) {
        break;
      }
    }
    return named.size() == count ? List.copyOf(named) : List.of();
  }

  /**
   * What a word for "the same" stands for.
   *
   * @param excluded companies that the words themselves set apart from it
   */
  List<String> resolve(Cue same, Set<String> excluded) {
    return switch (same) {
      case SAME_COMPANY -> companies.stream().filter(c -> !excluded.contains(c)).limit(1).toList();
      case SAME_PRODUCT -> Optional.ofNullable(product).map(List::of).orElse(latest);
      default -> latest;
    };
  }
}
