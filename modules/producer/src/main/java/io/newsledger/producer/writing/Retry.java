package io.newsledger.producer.writing;

import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.format.PageDocuments;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offers again what was refused, from the bytes that were kept. What is still refused keeps its
 * identity and is not written again; what is read now settles its reject.
 */
public final class Retry implements Iterator<Offer> {
  /** A page out of a web archive: where in it, and its address. */
  private static final Pattern ARCHIVED = Pattern.compile(".*#\\d+ (\\S+)", Pattern.DOTALL);

  private final Iterator<Rejected> rejects;
  private final ArticleReader articles;
  private final OfferReader reader;
  private final Deque<Offer> waiting = new ArrayDeque<>();

  /**
   * Reads each reject when its turn comes.
   *
   * @param rejects those to offer again, each {@link Rejected#isWhole whole}
   * @param articles reads them
   */
  public Retry(Iterator<Rejected> rejects, ArticleReader articles) {
    this.rejects = rejects;
    this.articles = articles;
    this.reader = new OfferReader(articles);
  }

  @Override
  public boolean hasNext() {
    while (waiting.isEmpty() && rejects.hasNext()) {
      waiting.addAll(again(rejects.next()));
    }
    return !waiting.isEmpty();
  }

  @Override
  public Offer next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all rejects were offered again");
    }
    return waiting.remove();
  }

  private List<Offer> again(Rejected reject) {
    byte[] bytes = reject.original().bytes();
    Input input =
        Input.stream(reject.origin(), name(reject.origin()), new ByteArrayInputStream(bytes))
            .countedAs("rejects");
    List<Offer> read = read(input, bytes);
    if (read.size() > 1) {
      // What of it is refused still, is a reject of its own from here on.
      Offer last = read.remove(read.size() - 1);
      read.add(last.settling(reject.id()));
      return List.copyOf(read);
    }
    Reading reading = read.get(0).reading();
    return reading instanceof Reading.Read
        ? List.of(new Offer(input, reading, Original.NONE).settling(reject.id()))
        : List.of(new Offer(input, reading, reject.original()));
  }

  private List<Offer> read(Input input, byte[] bytes) {
    Matcher archived = ARCHIVED.matcher(input.origin());
    if (archived.matches()) {
      PageReader.Hints hints =
          new PageReader.Hints(Optional.of(archived.group(1)), Optional.empty());
      Reading reading = PageDocuments.reading(bytes, hints, articles);
      return List.of(new Offer(input, reading, Original.NONE));
    }
    List<Offer> all = new ArrayList<>();
    try (Offers offers = reader.offers(input)) {
      offers.forEachRemaining(all::add);
    }
    return all;
  }

  /** The name of the file that it is or was in. */
  static String name(String origin) {
    int part = origin.indexOf('#');
    String whole = part > 0 ? origin.substring(0, part) : origin;
    return whole.substring(whole.lastIndexOf('/') + 1);
  }
}
