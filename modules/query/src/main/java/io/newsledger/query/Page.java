package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Which part of a list is wanted. Items are ordered by a key of texts, the first of which descends
 * and the others ascend; a cursor is the key of the last item of the page before, so that items
 * that come or go between two pages neither repeat nor hide others.
 *
 * @param limit items, at most
 * @param after key of the item that the page begins behind; empty for the first page
 */
public record Page(int limit, List<String> after) {
  /** Items of a page if nothing else is asked for. */
  public static final int USUAL = 50;

  /** As many items as may be answered at once, from the first one on. */
  public static final Page WHOLE = first(Integer.MAX_VALUE);

  private static final int LONGEST_CURSOR = 2_000;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Comparator<List<String>> ORDER =
      (one, other) -> {
        int order = other.get(0).compareTo(one.get(0));
        for (int i = 1; order == 0 && i < Math.min(one.size(), other.size()); i++) {
          order = one.get(i).compareTo(other.get(i));
        }
        return order == 0 ? Integer.compare(one.size(), other.size()) : order;
      };

  public Page {
    after = List.copyOf(after);
    if (limit < 1) {
      throw new BadQuestion("a page has at least 1 item, not " + limit, List.of());
    }
  }

  /** The first page of this size. */
  public static Page first(int limit) {
    return new Page(limit, List.of());
  }

  /**
   * Reads a page; null and blank stand for the usual size and the first page.
   *
   * @throws BadQuestion if the limit is no number, or the cursor is none that was given out
   */
  public static Page parse(String limit, String cursor) {
    return parse(limit, cursor, USUAL);
  }

  /**
   * Reads a page; null and blank stand for the size given here and the first page.
   *
   * @throws BadQuestion if the limit is no number, or the cursor is none that was given out
   */
  public static Page parse(String limit, String cursor, int usual) {
    int items = usual;
    if (limit != null && !limit.isBlank()) {
      if (!limit.matches("[1-9][0-9]{0,4}")) {
        throw new BadQuestion("'" + limit + "' is no limit: give a number from 1 on", List.of());
      }
      items = Integer.parseInt(limit);
    }
    return new Page(items, cursor == null || cursor.isBlank() ? List.of() : key(cursor));
  }

  /** The same with at most so many items. */
  Page atMost(int items) {
    return limit <= items ? this : new Page(items, after);
  }

  /**
   * The items of this page, in order.
   *
   * @param key of an item: never empty, and no two items have the same
   */
  <T> Part<T> of(Collection<T> all, Function<T, List<String>> key) {
    Choice<T> choice = choice(key);
    all.forEach(choice::add);
    return choice.part();
  }

  /**
   * Chooses the items of this page from many that are seen once, and keeps no others.
   *
   * @param key as for {@link #of}
   */
  <T> Choice<T> choice(Function<T, List<String>> key) {
    return new Choice<>(this, key);
  }

  /** A time in as many digits as any other has, so that texts are ordered as times are. */
  static String time(Instant time) {
    return String.format(Locale.ROOT, "%018d", FIRST.until(time, ChronoUnit.MILLIS));
  }

  private static String cursor(List<String> key) {
    byte[] bytes = String.join("\u0000", key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static List<String> key(String cursor) {
    try {
      if (cursor.length() <= LONGEST_CURSOR) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor.strip());
        return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\u0000", -1));
      }
    } catch (IllegalArgumentException e) {
      throw new BadQuestion(
          "the cursor is none: give the 'next' of the page before as it is", List.of());
    }
    throw new BadQuestion(
        "the cursor is too long: give the 'next' of the page before as it is", List.of());
  }

  /**
   * The items of a page among those seen so far. For one thread.
   *
   * @param <T> items
   */
  static final class Choice<T> {
    private record Keyed<T>(List<String> key, T item) {}

    private final Page page;
    private final Function<T, List<String>> key;
    private final Comparator<Keyed<T>> order = Comparator.comparing(Keyed::key, ORDER);
    private final PriorityQueue<Keyed<T>> kept = new PriorityQueue<>(order.reversed());
    private int total;
    private boolean more;

    private Choice(Page page, Function<T, List<String>> key) {
      this.page = page;
      this.key = key;
    }

    void add(T item) {
      total++;
      Keyed<T> one = new Keyed<>(key.apply(item), item);
      if (page.after().isEmpty() || ORDER.compare(one.key(), page.after()) > 0) {
        kept.add(one);
        if (kept.size() > page.limit()) {
          kept.remove();
          more = true;
        }
      }
    }

    Part<T> part() {
      List<Keyed<T>> items = kept.stream().sorted(order).toList();
      return new Part<>(
          items.stream().map(Keyed::item).toList(),
          total,
          more ? Optional.of(cursor(items.get(items.size() - 1).key())) : Optional.empty());
    }
  }

  /**
   * One page of a list.
   *
   * @param items of this page
   * @param total items of all pages
   * @param next cursor of the page behind; empty on the last one
   */
  record Part<T>(List<T> items, int total, Optional<String> next) {
    Part {
      items = List.copyOf(items);
      Objects.requireNonNull(next, "next");
    }

    /** Adds {@code total} and {@code next}, null on the last page. */
    void describe(ObjectNode answer) {
      answer.put("total", total);
      answer.put("next", next.orElse(null));
    }
  }
}
