package io.newsledger.producer.format;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.netpreserve.jwarc.WarcTruncationReason;

/**
 * The pages of a web archive (WARC 1.0 and 1.1, ARC, with gzip or without), one record in memory at
 * a time. Pages that were answered with 200 are offered; all other records are passed over and
 * counted. An archive that breaks off is read up to there, and its last offer says so.
 */
final class WebArchive extends StreamedOffers {
  private static final int OK = 200;

  /** Most bytes of headers, packed or not. */
  private static final long MOST_HEADERS = 1024 * 1024;

  /**
   * Most bytes of a record, packed or not; films are passed over, streams without end break off.
   */
  private static final long MOST_BYTES = 8L * 1024 * 1024 * 1024;

  private final Input input;
  private final MeteredStream in;
  private final WarcReader archive;
  private final ArticleReader articles;
  private long passedOver;
  private long offered;
  private boolean broken;

  private WebArchive(Input input, MeteredStream in, WarcReader archive, ArticleReader articles) {
    super(archive);
    this.input = input;
    this.in = in;
    this.archive = archive;
    this.articles = articles;
  }

  static Offers open(Input input, InputStream in, ArticleReader articles) throws IOException {
    MeteredStream metered = new MeteredStream(in);
    metered.allow(MOST_HEADERS);
    WarcReader archive = new WarcReader(metered);
    archive.setLenient(true);
    return new WebArchive(input, metered, archive, articles);
  }

  @Override
  Optional<Offer> read() {
    while (!broken) {
      try {
        in.allow(MOST_HEADERS);
        Optional<WarcRecord> record = archive.next();
        if (record.isEmpty()) {
          return Optional.empty();
        }
        Optional<Offer> offer = offer(record.get());
        in.allow(MOST_BYTES);
        record.get().body().consume();
        if (offer.isPresent()) {
          offered++;
          return offer;
        }
        passedOver++;
      } catch (IOException | RuntimeException e) {
        // The parsers of headers and addresses throw both kinds at what they do not know.
        broken = true;
        return Optional.of(
            part("", new byte[0])
                .refused(
                    RejectReason.MALFORMED,
                    "the archive breaks off after "
                        + (offered + passedOver)
                        + " records, near byte "
                        + archive.position()
                        + ": "
                        + e.getMessage()
                        + "; all before it was read"));
      }
    }
    return Optional.empty();
  }

  private Optional<Offer> offer(WarcRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      String protocol = response.contentType().base().toString().toLowerCase(Locale.ROOT);
      if (!protocol.equals("application/http")) {
        return Optional.empty();
      }
      HttpResponse http = response.http();
      if (http.status() != OK || !isPage(http.contentType())) {
        return Optional.empty();
      }
      return Optional.of(page(response, http.contentType(), decoded(http)));
    } else if (record instanceof WarcResource resource && isPage(resource.contentType())) {
      return Optional.of(page(resource, resource.contentType(), resource.body()));
    }
    return Optional.empty();
  }

  /** In the encoding of its transfer if that is known, else as it is. */
  private static MessageBody decoded(HttpResponse http) throws IOException {
    try {
      return http.bodyDecoded();
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return http.body();
    }
  }

  private Offer page(WarcTargetRecord record, MediaType type, MessageBody body) throws IOException {
    in.allow(MOST_BYTES);
    byte[] html = body.stream().readNBytes(PageReader.MAX_BYTES + 1);
    Part part = part(" " + record.target(), html);
    if (html.length > PageReader.MAX_BYTES) {
      return part.refused(
          RejectReason.TOO_LARGE, "is a page of more than " + PageReader.MAX_BYTES + " bytes");
    } else if (record.truncated() != WarcTruncationReason.NOT_TRUNCATED) {
      return part.refused(
          RejectReason.UNREADABLE,
          "was cut when it was archived (" + record.truncated() + "): fetch it again");
    }
    Reading reading =
        PageDocuments.reading(
            html,
            new PageReader.Hints(
                Optional.of(record.target()),
                Optional.ofNullable(type.parameters().get("charset"))),
            articles);
    return part.offer(reading);
  }

  private Part part(String place, byte[] bytes) {
    return Part.of(input, archive.position() + place, bytes);
  }

  private static boolean isPage(MediaType type) {
    String base = type.base().toString().toLowerCase(Locale.ROOT);
    return base.equals("text/html") || base.equals("application/xhtml+xml");
  }

  @Override
  public long passedOver() {
    return passedOver;
  }
}
