package io.newsledger.extraction.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static final Languages LANGUAGES = Languages.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The company said on Tuesday that it had hired two researchers from a rival, and that both of them will work on models.
          de | Das Unternehmen hat am Dienstag mitgeteilt, dass es zwei Forscher von einem Rivalen geholt hat und dass sie an Modellen arbeiten werden.
          fr | L'entreprise a annoncé mardi qu'elle avait recruté deux chercheurs chez un rival et que les deux vont travailler sur des modèles.
          es | La empresa dijo el martes que ha contratado a dos investigadores de un rival y que los dos van a trabajar en sus modelos para el mercado.
          pt | A empresa disse na terça que contratou dois pesquisadores de um rival e que os dois vão trabalhar em modelos para o mercado da região.
          it | L'azienda ha detto martedì che ha assunto due ricercatori di un rivale e che i due sono al lavoro su modelli per il mercato della regione.
          nl | Het bedrijf zei dinsdag dat het twee onderzoekers van een rivaal heeft aangenomen en dat zij aan modellen voor de markt zullen werken.
          sv | Företaget sade på tisdagen att det har anställt två forskare från en rival och att de ska arbeta med modeller som är till för marknaden.
          pl | Firma powiedziała we wtorek, że zatrudniła dwóch badaczy z firmy, która jest jej rywalem, i że to oni są odpowiedzialni za modele dla rynku.
          tr | Şirket salı günü bir rakipten iki araştırmacı aldığını ve bu kişilerin pazar için daha çok model üzerinde çalışacağını, ancak bunun yeni olmadığını söyledi.
          zh | 该公司周二表示，它从竞争对手那里聘请了两名研究人员，他们将从事模型方面的工作。公司没有透露他们的姓名，也没有说明他们的职位以及他们何时开始工作。该公司还说，更多的人将在今年晚些时候加入。
          ja | その会社は火曜日に、競合から二人の研究者を採用したと発表した。二人はモデルの開発に携わる。会社は名前を明らかにせず、いつから働くのか、どの部署に所属するのかについても説明しなかった。
          ko | 회사는 화요일에 경쟁사에서 두 명의 연구원을 채용했다고 밝혔다. 두 사람은 모델 개발을 맡게 된다. 회사는 이름을 공개하지 않았고 언제부터 일하는지도 설명하지 않았으며 올해 안에 더 많은 사람이 합류할 것이라고 덧붙였다.
          """)
  void aTextIsInTheLanguageOfItsSmallWords(String language, String text) {
    assertEquals(language, LANGUAGES.of(text));
  }

  @Test
  void anEnglishTextWithForeignNamesAndWordsStaysEnglish() {
    assertEquals(
        "en",
        LANGUAGES.of(
            "Die Zeit and Le Monde, de la Cruz and van der Berg: the paper El País reported that the"
                + " editor of La Stampa has joined Der Spiegel from Il Sole 24 Ore."));
  }

  @Test
  void whatIsTooShortToSayIsTakenAsEnglish() {
    assertEquals("en", LANGUAGES.of("Sam Altman ist zurück."));
  }
}
