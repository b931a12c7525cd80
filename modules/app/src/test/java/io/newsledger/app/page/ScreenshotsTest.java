package io.newsledger.app.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsledger.app.Started;
import io.newsledger.app.instance.RunningInstance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures in the docs, of the page on the samples; {@code scripts/screenshots} runs it.
 */
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
final class ScreenshotsTest {
  private static final Path IMAGES = Path.of("..", "..", "docs", "images");
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 900;

  @TempDir static Path folder;

  @Test
  void takesEachPicture() throws Exception {
    assumeTrue(Browser.isInstalled(), Browser.missing());
    Path home = Path.of("..", "..").toAbsolutePath().normalize();
    Files.createDirectories(IMAGES);
    try (Started running =
        Started.of(home, "demo", "--data", folder.toString(), "--port", "0")
            .until("Ctrl-C ends it.")) {
      try (Browser browser = Browser.open(RunningInstance.find(folder.resolve("demo")).api())) {
        browser.size(WIDTH, HEIGHT);
        tellHowSoonItCanBeUsed(browser);
        browser.dark(false);
        take(browser, "#/today", "today");
        take(browser, "#/talent?period=2024&ends=all", "talent");
        take(browser, "#/person/Lin%20Junyang", "person");
        take(browser, "#/organisation/OpenAI?by=year", "organisation");
        take(browser, "#/market", "market");
        take(browser, "#/figures/Qwen", "figures");
        browser.dark(true);
        take(browser, "#/figures/Qwen", "figures-dark");
        browser.narrow(true);
        take(browser, "#/today", "today-phone");
      }
      assertEquals(0, running.stop().code());
    }
  }

  private static void tellHowSoonItCanBeUsed(Browser browser) {
    double first = browser.millisUntilUsable("#/today");
    double[] again =
        DoubleStream.generate(() -> browser.millisUntilUsable("#/today"))
            .limit(9)
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "page: usable %.0f ms after the first request, then, nothing cached, %.0f ms (median of %d,"
            + " %.0f to %.0f)%n",
        first,
        again[again.length / 2],
        again.length,
        again[0],
        again[again.length - 1]);
  }

  private static void take(Browser browser, String address, String name) throws IOException {
    browser.go(address);
    byte[] picture = browser.picture();
    assertTrue(ImageIO.read(new ByteArrayInputStream(picture)).getHeight() > HEIGHT / 2, name);
    Files.write(IMAGES.resolve(name + ".png"), picture);
  }
}
