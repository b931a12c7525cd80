package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {
  private static final int SECONDS = 60;

  @TempDir Path folder;

  @Test
  void aShellCompletesCommandsAndOptions() throws Exception {
    Outcome made = Outcome.of("generate-completion");
    assertEquals(0, made.code(), made.err());
    Path script = Files.writeString(folder.resolve("completion"), made.out());
    assertEquals("leaderboard", completed(script, "newsledger", "leaderb"));
    assertTrue(completed(script, "newsledger", "series", "--as").contains("--as-of"));
  }

  /** What bash offers for the last of the words. */
  private static String completed(Path script, String... words) throws Exception {
    String ask =
        ". '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE=\"${COMP_WORDS[*]}\"; "
            .formatted(script, String.join(" ", List.of(words)), words.length - 1);
    Process shell =
        new ProcessBuilder(
                "bash", "-c", ask + "_complete_newsledger; printf '%s\\n' \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(SECONDS, TimeUnit.SECONDS));
    return out.strip();
  }
}
