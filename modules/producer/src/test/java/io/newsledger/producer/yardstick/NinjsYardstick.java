package io.newsledger.producer.yardstick;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the validation suite of iptc/newsinjson: what is valid must not be refused as malformed
 * (most of it holds no text, and is refused for that), what is invalid must be. Left out are the
 * folders of drafts that never became a version. Some of what is invalid in its folder's version is
 * valid in another, and taken, since it does not say which it is in.
 */
final class NinjsYardstick {
  private NinjsYardstick() {}

  /**
   * Runs it.
   *
   * @param arguments the checkout; anything after it to see each that is answered wrongly
   */
  public static void main(String... arguments) throws IOException {
    OfferReader reader = new OfferReader(ArticleReader.withDefault(Instant.EPOCH));
    Path suite = Path.of(arguments[0]).resolve("validation").resolve("test_suite");
    int valid = 0;
    int taken = 0;
    int invalid = 0;
    int refused = 0;
    try (Stream<Path> files = Files.walk(suite)) {
      for (Path file : files.filter(NinjsYardstick::isItem).sorted().toList()) {
        Optional<String> fault = fault(reader, file);
        boolean malformed = fault.isPresent();
        if (arguments.length > 1 && malformed == file.toString().contains("should_pass")) {
          System.out.println(suite.relativize(file) + " " + fault.orElse("taken"));
        }
        if (file.toString().contains("should_pass")) {
          valid++;
          taken += malformed ? 0 : 1;
        } else if (file.toString().contains("should_fail")) {
          invalid++;
          refused += malformed ? 1 : 0;
        }
      }
    }
    System.out.println(
        taken
            + " of "
            + valid
            + " valid items taken, "
            + refused
            + " of "
            + invalid
            + " invalid ones refused as such");
  }

  private static boolean isItem(Path path) {
    return path.toString().endsWith(".json") && !path.toString().contains("_dev");
  }

  private static Optional<String> fault(OfferReader reader, Path file) {
    try (Offers offers = reader.offers(Input.file(file))) {
      return offers.next().reading() instanceof Reading.Refused told
              && told.reason() == RejectReason.MALFORMED
          ? Optional.of(told.detail())
          : Optional.empty();
    }
  }
}
