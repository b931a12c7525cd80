package io.newsledger.extraction.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.people.PeopleFinder;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.TextAnalyser;
import io.newsledger.extraction.time.TemporalReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final MovementReader READER = MovementReader.load(GAZETTEER);
  private static final PeopleFinder PEOPLE = PeopleFinder.load();
  private static final TemporalReader TIMES = TemporalReader.load();
  private static final TextAnalyser ANALYSER = TextAnalyser.load();

  @Test
  void tellsWhatItFindsAndKeeps() {
    List<String> heard = hear("Marta Kowalczyk has left Spotify.");
    assertTrue(heard.contains("mentioned Marta Kowalczyk"), heard.toString());
    assertTrue(heard.contains("mentioned Spotify"), heard.toString());
    assertTrue(heard.contains("fired leave at 3"), heard.toString());
    assertTrue(heard.contains("kept leave Marta Kowalczyk Spotify null"), heard.toString());
    assertTrue(
        heard.stream().anyMatch(h -> h.matches("because [01]\\.\\d\\d: .*=.*")), heard.toString());
  }

  @Test
  void saysWhyNothingIsRead() {
    assertDropped(Trace.Reason.UNREAL, "If Marta Kowalczyk leaves Spotify, few will notice.");
    assertDropped(Trace.Reason.NO_PERSON, "Forty engineers have left Spotify.");
    assertDropped(Trace.Reason.OTHER_OBJECT, "Marta Kowalczyk left the stage early.");
    assertDropped(Trace.Reason.NO_FIRM, "Marta Kowalczyk of Spotify launched a model.");
    assertDropped(Trace.Reason.STATE, "Marta Kowalczyk, who founded Spotify, is no engineer.");
    assertDropped(Trace.Reason.NOT_AHEAD, "Marta Kowalczyk leads research at Spotify.");
  }

  private static void assertDropped(Trace.Reason reason, String text) {
    List<String> heard = hear(text);
    assertTrue(heard.contains("dropped " + reason), text + " " + heard);
    assertEquals(0, heard.stream().filter(h -> h.startsWith("kept")).count(), text);
  }

  private static List<String> hear(String text) {
    Document document =
        ANALYSER.analyse(
            new ArticleText(null, text, LocalDate.of(2026, 3, 10), "The Courier", null));
    List<List<EntityMention>> entities = GAZETTEER.find(document);
    List<String> heard = new ArrayList<>();
    READER.read(
        document,
        entities,
        PEOPLE.find(document, entities),
        TIMES.of(document),
        new Trace() {
          @Override
          public void mentioned(Sentence sentence, int first, int last, String meaning) {
            heard.add("mentioned " + meaning);
          }

          @Override
          public void fired(Sentence sentence, int first, int last, String frame) {
            heard.add("fired " + frame + " at " + first);
          }

          @Override
          public void dropped(Sentence sentence, String frame, Reason reason) {
            heard.add("dropped " + reason);
          }

          @Override
          public void kept(
              Sentence sentence, String frame, String person, String from, String to, String why) {
            heard.add("kept " + frame + " " + person + " " + from + " " + to);
            heard.add("because " + why);
          }
        });
    return heard;
  }
}
