package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Each command that a document shows is one that the program takes, with each of its options. */
final class CommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^ +|`)\\./newsledger ([^`\\\\\\n]*(?:\\\\\\n[^`\\\\\\n]*)*)");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");

  /** What ends a command on its line. */
  private static final List<String> ENDS = List.of("#", "|", "&", ">");

  /** The launcher's own, which builds and starts another program. */
  private static final String BENCH = "bench";

  @Test
  void everyCommandOfEveryDocumentIsTaken() throws IOException {
    List<String> refused = new ArrayList<>();
    int commands = 0;
    for (Path document : Documents.all()) {
      for (MatchResult command : COMMAND.matcher(Files.readString(document)).results().toList()) {
        String[] words = words(command.group(1));
        if (words.length == 0 || words[0].equals(BENCH)) {
          continue;
        }
        commands++;
        try {
          Outcome.parse(words);
        } catch (CommandLine.ParameterException e) {
          refused.add(Documents.ROOT.relativize(document) + ": " + command.group());
        }
      }
    }
    assertEquals(List.of(), refused);
    assertTrue(commands > 25, "only " + commands + " commands were found");
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command.replace("\\\n", " ")).results().toList()) {
      if (ENDS.contains(word.group())) {
        break;
      }
      if (word.group().equals("...")) {
        words.remove(words.size() - 1); // "--gold ...": the option again
        continue;
      }
      words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
    }
    return words.toArray(String[]::new);
  }
}
