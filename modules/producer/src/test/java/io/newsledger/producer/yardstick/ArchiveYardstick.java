package io.newsledger.producer.yardstick;

import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads all web archives below a folder, and tells what became of each record. */
final class ArchiveYardstick {
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.w?arc(?:\\.gz)?");

  private ArchiveYardstick() {}

  /**
   * Runs it.
   *
   * @param arguments the checkout
   */
  public static void main(String... arguments) throws IOException {
    OfferReader reader = new OfferReader(ArticleReader.strict());
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file :
          files.filter(path -> ARCHIVE.matcher(path.toString()).matches()).sorted().toList()) {
        Map<String, Integer> counts = new TreeMap<>();
        try (Offers offers = reader.offers(Input.file(file))) {
          offers.forEachRemaining(
              offer ->
                  counts.merge(
                      offer.reading() instanceof Reading.Refused refused
                          ? refused.reason().name()
                          : "articles",
                      1,
                      Integer::sum));
          System.out.println(
              file.getFileName() + ": passed over " + offers.passedOver() + ", offered " + counts);
        }
      }
    }
  }
}
