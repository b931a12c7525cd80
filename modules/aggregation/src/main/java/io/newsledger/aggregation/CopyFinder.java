package io.newsledger.aggregation;

import io.newsledger.events.BandEntry;
import io.newsledger.events.StoryCandidate;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.Signature;
import io.newsledger.weighing.Telling;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the articles of each band in order of time, each with the earliest one in the band that it
 * is verified to be a copy of, and passes on, by article, where that changes. Only articles within
 * {@link Telling#WINDOW} of the one that comes or goes are looked at.
 */
final class CopyFinder extends ContextualProcessor<String, BandEntry, String, StoryCandidate> {
  private Rows<BandEntry> bands;

  private CopyFinder() {}

  static ProcessorSupplier<String, BandEntry, String, StoryCandidate> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(CopyFinder::new, Set.of(Rows.builder(Stores.BANDS, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, StoryCandidate> context) {
    super.init(context);
    bands = Rows.of(context, Stores.BANDS);
  }

  @Override
  public void process(Record<String, BandEntry> message) {
    BandEntry told = message.value();
    BandEntry stored = bands.get(row(told));
    if (told.getRemoved()) {
      if (stored != null) {
        bands.change(row(told), null);
        tell(message, stored, null);
        later(told, entry -> told.getArticle().equals(entry.getStory()), message);
      }
    } else if (stored == null) {
      settle(message, told);
      later(told, entry -> near(told, entry), message);
    }
  }

  /** Looks again at those told after an entry, where the entry can make a difference. */
  private void later(
      BandEntry than, java.util.function.Predicate<BandEntry> touched, Record<String, ?> message) {
    String first = RowKey.of(than.getBand(), time(than.getAt()), than.getArticle());
    String last = RowKey.last(than.getBand(), time(than.getAt().plus(Telling.WINDOW)));
    for (BandEntry entry : bands.range(first, last)) {
      if (!entry.getArticle().equals(than.getArticle()) && touched.test(entry)) {
        settle(message, entry);
      }
    }
  }

  /** Stores an entry with its story in this band, and passes that on if it is another. */
  private void settle(Record<String, ?> message, BandEntry entry) {
    BandEntry earliest = earliest(entry).orElse(null);
    BandEntry settled =
        BandEntry.newBuilder(entry)
            .setStory(earliest == null ? null : earliest.getArticle())
            .setStoryAt(earliest == null ? null : earliest.getAt())
            .build();
    bands.change(row(entry), settled);
    tell(message, entry, settled);
  }

  /** The earliest that an entry is near to, of those told before it. */
  private Optional<BandEntry> earliest(BandEntry entry) {
    String first = RowKey.of(entry.getBand(), time(entry.getAt().minus(Telling.WINDOW)));
    AtomicReference<BandEntry> found = new AtomicReference<>();
    // Of many copies the first is enough: the others need not be read.
    bands.visit(
        first,
        row(entry),
        false,
        other -> {
          if (!other.getArticle().equals(entry.getArticle()) && near(other, entry)) {
            found.set(other);
          }
          return found.get() == null;
        });
    return Optional.ofNullable(found.get());
  }

  private void tell(Record<String, ?> message, BandEntry before, BandEntry after) {
    String story = after == null ? null : after.getStory();
    if (Objects.equals(before.getStory(), story)
        && (after == null || Objects.equals(before.getStoryAt(), after.getStoryAt()))) {
      return;
    }
    BandEntry with = story == null ? before : after;
    StoryCandidate candidate =
        StoryCandidate.newBuilder()
            .setArticle(with.getArticle())
            .setBand(with.getBand())
            .setStory(with.getStory())
            .setAt(with.getStoryAt())
            .setRemoved(story == null)
            .build();
    context().forward(message.withKey(with.getArticle()).withValue(candidate));
  }

  private static boolean near(BandEntry one, BandEntry other) {
    return telling(one).near(telling(other));
  }

  private static Telling telling(BandEntry entry) {
    return new Telling(entry.getArticle(), entry.getAt(), Signature.of(entry.getSignature()));
  }

  private static String row(BandEntry entry) {
    return RowKey.of(entry.getBand(), time(entry.getAt()), entry.getArticle());
  }

  /** A time as a text that sorts as times do. */
  private static String time(Instant at) {
    return String.format(Locale.ROOT, "%016x", at.toEpochMilli() ^ Long.MIN_VALUE);
  }
}
