package io.newsledger.producer.format;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.feed.FeedReader;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.InputReader;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * Reads inputs of all formats. Which one an input is in, its beginning tells, and where that leaves
 * it open, its name. A file of many documents makes many offers, each with its place in the origin.
 */
public final class OfferReader {
  private static final int BUFFER = 64 * 1024;

  /** A file is compressed once, or as an archive in a compressed file. */
  private static final int MOST_LAYERS = 2;

  private final ArticleReader articles;
  private final InputReader texts;
  private final JsonDocuments json;

  public OfferReader(ArticleReader articles) {
    this.articles = articles;
    this.texts = new InputReader(articles);
    this.json = new JsonDocuments(articles);
  }

  /** All that an input offers; trouble with the disk is an offer, refused, too. */
  public Offers offers(Input input) {
    InputStream in = null;
    try {
      OptionalLong size = input.content().size();
      in = new BufferedInputStream(input.content().open(), BUFFER);
      return offers(input, in, size, MOST_LAYERS);
    } catch (IOException e) {
      close(in);
      // Reading it as text says why, in its words.
      return Offers.of(List.of(texts.read(input)));
    }
  }

  /**
   * All that several inputs offer, one after the other; small ones are read ahead by some threads.
   */
  public Offers offers(Iterator<Input> inputs) {
    return new AllOffers(this, inputs);
  }

  private Offers offers(Input input, InputStream in, OptionalLong size, int layers)
      throws IOException {
    in.mark(Kind.HEAD);
    byte[] head = in.readNBytes(Kind.HEAD);
    in.reset();
    Kind kind = Kind.of(uncompressed(input.name()), head);
    return switch (kind) {
      case GZIP ->
          isArchive(input.name(), in)
              ? WebArchive.open(input, in, articles)
              : layers > 0
                  ? new Later(() -> unpacked(input, in, layers), () -> close(in))
                  : Offers.of(List.of(one(input, in, size, head, kind)));
      case WARC -> WebArchive.open(input, in, articles);
      case JSON_LINES -> new JsonLines(input, in, json);
      case TEXT, PAGE -> Offers.of(List.of(one(input, in, size, head, kind)));
      case JSON, FEED, FEED_LIST -> Offers.of(many(input, in, size, kind));
    };
  }

  private Offers unpacked(Input input, InputStream in, int layers) {
    try {
      return unzipped(input, in, layers);
    } catch (IOException e) {
      close(in);
      return Offers.of(List.of(texts.read(input)));
    }
  }

  private Offers unzipped(Input input, InputStream in, int layers) throws IOException {
    InputStream plain;
    try {
      plain = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      plain.mark(1);
      plain.read();
      plain.reset();
    } catch (IOException e) {
      in.close();
      Part part = new Part(input, new byte[0]);
      return Offers.of(
          List.of(
              part.refused(RejectReason.MALFORMED, "is no whole gzip file: " + e.getMessage())));
    }
    return offers(input, plain, OptionalLong.empty(), layers - 1);
  }

  private Offer one(Input input, InputStream in, OptionalLong size, byte[] head, Kind kind)
      throws IOException {
    if (kind != Kind.PAGE) {
      String name = uncompressed(input.name());
      boolean text = kind == Kind.TEXT && Kind.isText(name, head);
      Input opened =
          new Input(
              input.source(), input.origin(), text ? name + ".txt" : name, new Opened(in, size));
      Offer offer = texts.read(opened);
      return new Offer(input, offer.reading(), offer.original());
    }
    try (in) {
      Original original = Original.read(in, size);
      if (original.size() > PageReader.MAX_BYTES) {
        return new Offer(input, tooLarge(original), original);
      }
      Reading reading = PageDocuments.reading(original.bytes(), PageReader.Hints.NONE, articles);
      return new Offer(input, reading, reading instanceof Reading.Read ? Original.NONE : original);
    }
  }

  private List<Offer> many(Input input, InputStream in, OptionalLong size, Kind kind)
      throws IOException {
    try (in) {
      Original original = Original.read(in, size);
      if (original.isCut()) {
        return List.of(new Offer(input, tooLarge(original), original));
      }
      Part part = new Part(input, original.bytes());
      if (kind == Kind.FEED_LIST) {
        return List.of(
            part.refused(
                RejectReason.UNSUPPORTED,
                "is a list of feeds: 'newsledger watch --opml' reads what they tell"));
      }
      if (kind == Kind.JSON) {
        return json.read(part);
      }
      return FeedDocuments.offers(FeedReader.read(part.bytes()), part, articles);
    }
  }

  private static Reading.Refused tooLarge(Original original) {
    return new Reading.Refused(
        RejectReason.TOO_LARGE,
        "has "
            + original.size()
            + " bytes, and a page at most "
            + PageReader.MAX_BYTES
            + ", a list of articles at most "
            + Original.MAX_KEPT);
  }

  /** Archives are compressed record by record, so they are not unpacked as a whole. */
  private static boolean isArchive(String name, InputStream in) throws IOException {
    if (name.endsWith(".warc.gz") || name.endsWith(".arc.gz")) {
      return true;
    }
    in.mark(BUFFER);
    try {
      byte[] head = new GZIPInputStream(in, Kind.HEAD).readNBytes(Kind.MAGIC);
      return Kind.of("", head) == Kind.WARC;
    } catch (IOException e) {
      return false;
    } finally {
      in.reset();
    }
  }

  private static String uncompressed(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  private static void close(InputStream in) {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException e) {
      // It was only read.
    }
  }

  private record Opened(InputStream in, OptionalLong length) implements Input.Content {
    @Override
    public InputStream open() {
      return in;
    }

    @Override
    public OptionalLong size() {
      return length;
    }
  }
}
