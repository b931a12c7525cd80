package io.newsledger.app.page;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsledger.app.Outcome;
import io.newsledger.app.Started;
import io.newsledger.app.instance.RunningInstance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page on the sample articles, as a reader with a browser has it: one ledger, one browser. */
final class PageTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<String> PAGES =
      List.of(
          "#/today",
          "#/today?asOf=2025-01-20",
          "#/talent",
          "#/talent?period=2024&ends=all",
          "#/organisation/OpenAI",
          "#/organisation/OpenAI?by=year&from=2024-06",
          "#/person/Lin%20Junyang",
          "#/market",
          "#/market?metric=WEEKLY_ACTIVE_USERS",
          "#/figures/Qwen",
          "#/proof",
          "#/proof?entity=Qwen&gone=true",
          "#/search?q=open",
          "#/person/Nobody%20Atall");

  @TempDir static Path folder;
  private static Started running;
  private static Browser browser;

  @BeforeAll
  static void start() {
    assumeTrue(Browser.isInstalled(), Browser.missing());
    Path home = Path.of("..", "..").toAbsolutePath().normalize();
    running =
        Started.of(home, "demo", "--data", folder.toString(), "--port", "0")
            .until("Ctrl-C ends it.");
    browser = Browser.open(RunningInstance.find(folder.resolve("demo")).api());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (running != null) {
      Outcome ended = running.stop();
      assertEquals(0, ended.code(), ended.err());
    }
  }

  @AfterEach
  void nothingIsComplainedOfNorAskedForElsewhere() {
    // What is not in the ledger is answered with 404, which a browser notes.
    List<String> complaints =
        browser.complaints().stream()
            .filter(complaint -> !complaint.contains("/careers/Nobody"))
            .toList();
    assertEquals(List.of(), complaints);
    assertEquals(List.of(), browser.elsewhere());
  }

  @Test
  void everyPageCanBeUsedByEverybodyInLightAndDarkWideAndNarrow() {
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      browser.narrow(dark);
      for (String page : PAGES) {
        browser.go(page);
        assertEquals(List.of(), browser.findings(), page + (dark ? ", dark" : ""));
        long across =
            (long)
                browser.run(
                    "return document.documentElement.scrollWidth -"
                        + " document.documentElement.clientWidth");
        assertTrue(across <= 0, page + " is " + across + " pixels too wide");
      }
    }
    browser.dark(false);
    browser.narrow(false);
  }

  @Test
  void theSliderShowsTheLedgerAsItWasKnown() {
    browser.go("#/today");
    String now = browser.one("#days").getText();
    WebElement slider = browser.one("#known");
    slider.sendKeys(Keys.HOME);
    browser.awaitText("#past", "as it was known on 20 March 2024");
    await().atMost(LONG).until(() -> "/today?asOf=2024-03-20".equals(browser.address()));
    await().atMost(LONG).until(() -> !browser.one("#days").getText().equals(now));
    assertFalse(browser.one("#days").getText().contains("2026"));
    browser.one("#nav a[href^='#/talent']").click();
    browser.awaitText("h1", "Who moves where");
    assertEquals("/talent?asOf=2024-03-20", browser.address());
    browser.one("#now").click();
    await().atMost(LONG).until(() -> "/talent".equals(browser.address()));
  }

  @Test
  void aStepOpensItsSentencesAndASentenceItsArticleWithTheWordsMarked() {
    browser.go("#/person/Lin%20Junyang");
    WebElement why = browser.one(".step .why");
    why.click();
    WebElement drawer = browser.one("#drawer[open]");
    String quote = drawer.findElement(By.tagName("blockquote")).getText();
    String shared = browser.address();
    browser.one("#drawer .claims a").click();
    WebElement mark = browser.one("mark.chosen");
    assertEquals(quote, "“" + mark.getText() + "”");
    browser.go("#" + shared);
    assertEquals(quote, browser.one("#drawer[open] blockquote").getText());
    browser.one("#drawer-close").click();
    await().atMost(LONG).until(() -> browser.all("#drawer[open]").isEmpty());
    assertEquals("/person/Lin%20Junyang", browser.address());
  }

  @Test
  void searchFindsAPersonInAnyOrderOfTheName() {
    browser.go("#/today");
    browser.one("#q").sendKeys("junyang lin", Keys.ENTER);
    browser.one("main .list a").click();
    browser.awaitText("h1", "Lin Junyang");
  }

  @Test
  void whatIsNewsWhileTodayIsLookedAtArrivesByItself() throws Exception {
    browser.go("#/today");
    browser.awaitText("#live", "Live");
    Path article = folder.resolve("new.md");
    Files.writeString(
        article,
        """
        ---
        title: ChatGPT grows again
        date: 2026-04-05
        source: North Wire
        url: https://example.org/briefs/chatgpt-grows
        ---
        ChatGPT now has 1.2 billion weekly active users.
        """);
    Outcome ingested =
        Outcome.of("ingest", article.toString(), "--data", folder.resolve("demo").toString());
    assertEquals(0, ingested.code(), ingested.err());
    browser.awaitText(".fresh", "ChatGPT");
    browser.awaitText("#known-day", "5 April 2026");
  }
}
