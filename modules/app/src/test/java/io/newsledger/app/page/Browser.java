package io.newsledger.app.page;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser on the page of a ledger, with what it asks for and complains of. */
final class Browser implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ChromeDriver driver;
  private final URI page;
  private final List<String> elsewhere = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver, URI page) {
    this.driver = driver;
    this.page = page;
  }

  /** Whether there is a browser that can be driven. */
  static boolean isInstalled() {
    return Stream.of(CHROMIUM, DRIVER).allMatch(Files::isExecutable);
  }

  /** Why there is none. */
  static String missing() {
    return "there is no " + CHROMIUM + " with " + DRIVER + ": install chromium and chromium-driver";
  }

  /** Opens a browser; nothing is loaded yet. */
  static Browser open(URI page) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--lang=en",
        "--window-size=1280,900",
        "--disable-background-networking",
        "--disable-component-update");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options), page);
  }

  /**
   * Goes to an address of the page, as a reader who opens a link does, and waits until it is there.
   */
  void go(String address) {
    driver.get("about:blank");
    driver.get(page + "/" + address);
    await().atMost(LONG).until(() -> (boolean) run(SETTLED));
  }

  /**
   * Milliseconds from the request for an address until all that is there can be read and used; with
   * nothing of it loaded before.
   */
  double millisUntilUsable(String address) {
    driver.get("about:blank");
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    driver.get(page + "/" + address);
    Object millis =
        driver.executeAsyncScript(
            "const done = arguments[0]; const look = () => { (() => {"
                + SETTLED
                + "})() ? done(performance.now()) : requestAnimationFrame(look); }; look();");
    return ((Number) millis).doubleValue();
  }

  private static final String SETTLED =
      "const main = document.getElementById('main');"
          + "return !!main && !!main.querySelector('h1') && !main.hasAttribute('aria-busy')"
          + " && !document.getElementById('time').hidden"
          + " && [...document.querySelectorAll('.chart')].every((one) => one.dataset.drawn);";

  /** The only shown element that a selector finds. */
  WebElement one(String selector) {
    await()
        .atMost(LONG)
        .until(() -> !all(selector).isEmpty() && all(selector).get(0).isDisplayed());
    return all(selector).get(0);
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits until the element that a selector finds first holds a text. */
  void awaitText(String selector, String text) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              String shown =
                  (String)
                      run("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
              if (!shown.contains(text)) {
                throw new AssertionError("'" + text + "' is not in " + selector + ": " + shown);
              }
            });
  }

  String address() {
    return URI.create(driver.getCurrentUrl()).getRawFragment();
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /** Looks as somebody does who likes dark colours, or light ones. */
  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                // Charts stand still, as they are in the end.
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** As wide as a telephone. */
  void narrow(boolean narrow) {
    if (narrow) {
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    } else {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** What is seen now, as PNG. */
  byte[] picture() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What axe finds that is serious or critical: rule and elements. */
  List<String> findings() {
    driver.executeScript(axe());
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then((results) => done("
                + "JSON.stringify(results.violations)), (error) => done('\"' + error + '\"'));");
    List<String> findings = new ArrayList<>();
    for (JsonNode violation : tree((String) found)) {
      String impact = violation.path("impact").asText();
      if (impact.equals("serious") || impact.equals("critical")) {
        violation
            .path("nodes")
            .forEach(
                node ->
                    findings.add(
                        violation.path("id").asText()
                            + ": "
                            + node.path("html").asText()
                            + " "
                            + node.path("failureSummary").asText()));
      }
    }
    return findings;
  }

  /** What the console holds that is a warning or worse, since the browser was opened. */
  List<String> complaints() {
    driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .forEach(entry -> complaints.add(entry.getMessage()));
    return complaints;
  }

  /** What was asked for at other addresses than the page's, since the browser was opened. */
  List<String> elsewhere() {
    driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> tree(entry.getMessage()).path("message"))
        .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .filter(url -> !url.startsWith(page + "/") && !url.startsWith("about:"))
        // Pictures of the browser's own buttons.
        .filter(url -> !url.startsWith("data:"))
        .forEach(elsewhere::add);
    return elsewhere;
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
