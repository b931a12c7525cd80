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
 * (most of it holds no text, and is refused for that), what is invalid must be. Drafts that never
 * became a version are counted by themselves: their schemas are not the IPTC's any more. Some of
 * what is invalid in its folder's version is valid in another, and taken, since it does not say
 * which it is in.
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
    Tally versions = new Tally();
    Tally drafts = new Tally();
    try (Stream<Path> files = Files.walk(suite)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        Optional<String> fault = fault(reader, file);
        boolean valid = file.toString().contains("should_pass");
        if (arguments.length > 1 && fault.isPresent() == valid) {
          System.out.println(suite.relativize(file) + " " + fault.orElse("taken"));
        }
        if (valid || file.toString().contains("should_fail")) {
          (file.toString().contains("_dev") ? drafts : versions).count(valid, fault.isPresent());
        }
      }
    }
    System.out.println("versions: " + versions + "\ndrafts: " + drafts);
  }

  /** How the items of a part of the suite are answered. */
  private static final class Tally {
    private int valid;
    private int taken;
    private int invalid;
    private int refused;

    void count(boolean isValid, boolean isRefused) {
      if (isValid) {
        valid++;
        taken += isRefused ? 0 : 1;
      } else {
        invalid++;
        refused += isRefused ? 1 : 0;
      }
    }

    @Override
    public String toString() {
      return taken
          + " of "
          + valid
          + " valid items taken, "
          + refused
          + " of "
          + invalid
          + " invalid ones refused as such";
    }
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
