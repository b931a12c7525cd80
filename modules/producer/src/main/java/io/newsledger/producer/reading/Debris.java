package io.newsledger.producer.reading;

import io.newsledger.events.RejectReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises what sites show to crawlers in place of an article: demands for JavaScript, cookie
 * walls, tests for robots, pages of errors. They speak to the reader and hold hardly any prose
 * besides, which tells them from articles that quote such a page.
 */
final class Debris {
  private static final Sign SCRIPT =
      new Sign(
          "a demand to run scripts",
          List.of("js", "javascript", "blocker"),
          "(?:please )?(?:enable|turn on|activate) (?:js|javascript)\\b"
              + "|javascript (?:is|appears to be|has been) (?:disabled|not enabled|turned off)"
              + "|(?:you (?:need|have) to|must) (?:enable|have|turn on) javascript"
              + "|(?:site|page|app|website|browser) (?:requires|does not support|needs) javascript"
              + "|disable (?:any|your) ad ?blocker|ad ?blocker (?:detected|is enabled)"
              + "|bitte (?:aktivieren|schalten) sie javascript|veuillez activer javascript");

  private static final Sign COOKIES =
      new Sign(
          "a cookie wall",
          List.of("cookies", "privacy", "consent", "before you continue"),
          "we (?:and our (?:\\d+ )?partners |and selected third parties"
              + " )?(?:use|store|value|process)(?: and/or access| or"
              + " access)?[^.]{0,80}\\b(?:cookies|your privacy)|we value your"
              + " privacy|(?:accept|reject|allow|manage) (?:all )?cookies|(?:by"
              + " (?:clicking|continuing|using))[^.]{0,80}\\b(?:cookies|consent)|(?:this|our)"
              + " (?:web)?site uses cookies|enable cookies|before you continue to|manage (?:your"
              + " )?(?:privacy|consent) (?:settings|preferences)|wir (?:und unsere partner"
              + " )?verwenden cookies|nous utilisons des cookies|utilizamos cookies");

  private static final Sign ROBOT =
      new Sign(
          "a test for robots",
          List.of(
              "human",
              "robot",
              "checking",
              "unusual",
              "captcha",
              "security check",
              "blocked",
              "denied",
              "permission",
              "cloudflare"),
          "(?:verify|confirm|prove|make sure) (?:that )?(?:you are|you're) (?:a |not a"
              + " )?(?:human|robot)|are you a (?:human|robot)\\?|checking (?:if the site connection"
              + " is|your browser)|unusual (?:traffic|activity) from your"
              + " (?:computer|network)|complete the (?:captcha|security check)|verifying you are"
              + " human|your (?:request|access) (?:has been|was|is) (?:blocked|denied)|(?:you"
              + " )?(?:do not|don't) have permission to access|why have i been blocked|performance"
              + " & security by cloudflare");

  private static final Sign ERROR =
      new Sign(
          "a page of errors",
          List.of(
              "found",
              "forbidden",
              "denied",
              "exist",
              "moved",
              "gateway",
              "server error",
              "unavailable"),
          "(?:404|410)(?:[ .:-]+error)?[ .:-]+(?:page )?not found|403 forbidden|^access"
              + " denied|(?:this|the) page (?:you (?:requested|are looking"
              + " for)|could|cannot|can't|does not|doesn't)[^.]{0,60}(?:found|exist|moved)|^page"
              + " not found|50[0234] (?:bad gateway|internal server error|service (?:temporarily"
              + " )?unavailable|gateway time-?out)");

  /**
   * Tells one kind of such pages.
   *
   * @param what the kind
   * @param words of which every match has one; to look for them costs far less than the expression
   * @param pattern its expressions
   */
  private record Sign(String what, List<String> words, Pattern pattern) {
    Sign(String what, List<String> words, String pattern) {
      this(what, words, Pattern.compile(pattern));
    }

    Optional<String> in(String paragraph) {
      if (words.stream().noneMatch(paragraph::contains)) {
        return Optional.empty();
      }
      Matcher matcher = pattern.matcher(paragraph);
      return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
  }

  /** Longer texts are not looked at. */
  private static final int LONGEST = 6000;

  /** Characters of a paragraph that reads as prose. */
  private static final int PROSE = 80;

  /** Characters of prose that no such page has. */
  private static final int ARTICLE = 240;

  private Debris() {}

  /**
   * Refuses such a page.
   *
   * @param body its text
   */
  static void refuse(Optional<String> title, String body) throws Refusal {
    if (body.length() > LONGEST) {
      return;
    }
    List<String> paragraphs =
        Stream.of(body.split("\n+", -1))
            .map(text -> text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip())
            .toList();
    for (Sign sign : List.of(SCRIPT, ROBOT, COOKIES, ERROR)) {
      refuse(sign, title, paragraphs);
    }
  }

  private static void refuse(Sign sign, Optional<String> title, List<String> paragraphs)
      throws Refusal {
    int prose = 0;
    String found = null;
    for (String paragraph : paragraphs) {
      Optional<String> here = sign.in(paragraph);
      if (here.isPresent()) {
        found = found == null ? here.get() : found;
      } else if (paragraph.length() >= PROSE && COOKIES.in(paragraph).isEmpty()) {
        prose += paragraph.length();
        if (prose >= ARTICLE) {
          return;
        }
      }
    }
    if (found != null) {
      throw new Refusal(
          RejectReason.DEBRIS,
          "is "
              + sign.what()
              + " (\""
              + found
              + "\") in place of an article"
              + title.map(text -> " titled " + text).orElse("")
              + ": fetch the page again as a reader sees it");
    }
  }
}
