package io.newsledger.extraction.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Quote;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyserTest {
  private static final TextAnalyser ANALYSER = TextAnalyser.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She left. He stayed.                       | She left. / He stayed.
          Mr. Ito joined Acme Inc. in May. He leads. | Mr. Ito joined Acme Inc. in May. / He leads.
          J. P. Ode wrote it. Then she quit.         | J. P. Ode wrote it. / Then she quit.
          The deal ended.The next one began.         | The deal ended. / The next one began.
          It grew to 1.5 million. Sales rose.        | It grew to 1.5 million. / Sales rose.
          The U.S. firm grew. It hired.              | The U.S. firm grew. / It hired.
          One line\\n\\nAnother line                 | One line / Another line
          - first item\\n- second item               | first item / second item
          ## A heading\\nA sentence follows it.      | A heading / A sentence follows it.
          1. Ada won.\\n2. Bob lost.                 | Ada won. / Bob lost.
          > Quoted words count.                      | Quoted words count.
          <p>One.</p><p>Two.</p>                     | One. / Two.
          One line.<br>Another line.                 | One line. / Another line.
          """)
  void splitsSentences(String body, String expected) {
    List<String> found =
        analyse(body.replace("\\n", "\n")).sentences().stream()
            .map(s -> s.text().replaceAll("<[^>]*>", "").strip())
            .toList();
    assertEquals(expected, String.join(" / ", found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Acme's users didn't pay $5.        | Acme 's users did n't pay $ 5 .
          It grew 4.5% (or 1,200 seats).     | It grew 4.5 % ( or 1,200 seats ) .
          “Yes,” she said—twice.             | " Yes , " she said - twice .
          a pre-money/post-money value       | a pre-money / post-money value
          Dr. Wu of the U.S. left.           | Dr. Wu of the U.S. left .
          See [the **bold** link](http://x.example/a?b=1) now. | See the bold link now .
          AT&amp;T and R&D                   | AT&T and R&D
          """)
  void splitsTokensAndLeavesMarkupOut(String body, String expected) {
    List<String> words =
        analyse(body).sentences().stream()
            .flatMap(s -> s.tokens().stream())
            .map(Token::text)
            .toList();
    assertEquals(expected, String.join(" ", words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Read more: ten other stories          | 0
          Photo by someone                      | 0
          Share this article                    | 0
          Shares of the firm rose by a tenth.   | 1
          """)
  void leavesPageFurnitureOut(String line, int kept) {
    assertEquals(kept, analyse(line).sentences().size());
  }

  /** Every sentence and token is the article's own characters at its offsets. */
  @Property(tries = 300)
  void offsetsAreExact(@ForAll("messyTexts") String title, @ForAll("messyTexts") String body) {
    ArticleText article = new ArticleText(title, body, LocalDate.of(2026, 1, 1), null, null);
    Document document = ANALYSER.analyse(article);
    int index = 0;
    for (Sentence sentence : document.sentences()) {
      String field = sentence.field() == Quote.Field.TITLE ? title : body;
      assertEquals(index++, sentence.index());
      assertEquals(plain(field.substring(sentence.start(), sentence.end())), sentence.text());
      Quote quote = document.quote(sentence.field(), sentence.start(), sentence.end());
      assertEquals(field.substring(quote.start(), quote.end()), quote.text());
      int end = sentence.start();
      for (Token token : sentence.tokens()) {
        assertTrue(token.start() >= end && token.end() <= sentence.end(), token.toString());
        assertTrue(isFrom(token.text(), field.substring(token.start(), token.end())), token.text());
        end = token.end();
      }
    }
  }

  @Provide
  static Arbitrary<String> messyTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "Ada left Acme. ",
            "It grew 4.5%—twice. ",
            "“Quoted,” she’d said… ",
            "[a link](",
            "http://x.example/(y) ",
            ") ",
            "**bold** ",
            "_it_ ",
            "\n",
            "\n\n",
            "\r\n",
            "- ",
            "1. ",
            "# ",
            "> ",
            "| a | b |\n",
            "<p>",
            "</p>",
            "<a href=\"x\">",
            "&amp;",
            "&#8217;",
            "&#x;",
            "&",
            "<",
            ">",
            "*",
            "`",
            "\\[",
            "]",
            "$1.2bn ",
            "\u00a0",
            "\u200b",
            "\ud83d\ude80 ",
            "\u3000",
            "U.S. ",
            "Mr. ",
            "e.g. ",
            "'s ",
            "n't ",
            "İstanbul ",
            "阿里巴巴 ",
            "\u0000",
            "\t");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  /** A token's characters are those of its stretch, markup inside words taken out. */
  private static boolean isFrom(String token, String stretch) {
    String plain = plain(stretch);
    if (plain.contains("&")) {
      return !token.isEmpty(); // a character reference stands for another character
    }
    int at = 0;
    for (int i = 0; i < plain.length() && at < token.length(); i++) {
      at += plain.charAt(i) == token.charAt(at) ? 1 : 0;
    }
    return at == token.length();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(c == '\n' ? ' ' : Typography.plain(c));
    }
    return plain.toString();
  }

  private static Document analyse(String body) {
    return ANALYSER.analyse(new ArticleText(null, body, LocalDate.of(2026, 1, 1), null, null));
  }
}
