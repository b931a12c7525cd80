package io.newsledger.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
  private static final List<String> FIRMS =
      List.of("Spotify", "Snowflake", "Oracle", "Netflix", "Shopify", "Siemens", "IBM", "Intel");

  @TempDir Path gold;
  @TempDir Path out;

  @Test
  void learnsWhatTheGoldHasAndWhatItLeavesOut() throws Exception {
    for (String firm : FIRMS) {
      boolean news = firm.startsWith("S");
      String verb = news ? "has" : "had";
      article(
          "left-" + firm,
          "Marta Kowalczyk " + verb + " left " + firm + ".",
          firm,
          news ? "\"2026-03\"" : "null");
      article("fired-" + firm, "The machine fired Devraj Pillai of " + firm + " up.", null, "null");
    }
    Path sentences =
        Files.writeString(
            out.resolve("made-up.tsv"), "Aiko Morishita has left IBM.\tAiko Morishita: IBM >\n");
    Outcome outcome =
        Outcome.of(
            "train",
            "--gold",
            gold.toString(),
            "--sentences",
            sentences.toString(),
            "--precision",
            "0.8",
            "--out",
            out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().startsWith("16 articles with 8 ends; "), outcome.out());
    List<String> rows = Files.readAllLines(out.resolve("weights.tsv"));
    assertTrue(rows.get(0).startsWith("(bias)\t"), rows.get(0));
    assertTrue(rows.get(1).startsWith("(least)\t0."), rows.get(1));
    assertTrue(Files.readString(out.resolve("news-weights.tsv")).startsWith("(bias)\t"));
    assertTrue(rows.stream().anyMatch(row -> row.startsWith("word=leave\t0.")), rows.toString());
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    article("a", "Marta Kowalczyk left Spotify on Friday.", "Spotify", "null");
    String file = out.toString();
    Outcome little = Outcome.of("train", "--gold", gold.toString(), "--out", file);
    assertTrue(little.code() != 0, little.out());
    assertTrue(little.err().contains("too little to learn from"), little.err());
    Outcome share =
        Outcome.of("train", "--gold", gold.toString(), "--out", file, "--precision", "92");
    assertEquals(2, share.code());
    assertTrue(share.err().contains("--precision"), share.err());
    Path broken = Files.writeString(out.resolve("broken.tsv"), "no movements here\n");
    Outcome line =
        Outcome.of(
            "train", "--gold", gold.toString(), "--out", file, "--sentences", broken.toString());
    assertTrue(line.err().contains("line 1"), line.err());
  }

  private void article(String name, String text, String left, String date) throws Exception {
    Files.writeString(
        gold.resolve(name + ".md"), "---\ntitle: Notes\ndate: 2026-03-10\n---\n" + text + "\n");
    String movements =
        left == null
            ? ""
            : "{\"person\": \"Marta Kowalczyk\", \"from\": \""
                + left
                + "\", \"to\": null, \"date\": "
                + date
                + "}";
    Files.writeString(
        gold.resolve(name + ".json"),
        "{\"id\": \"" + name + "\", \"movements\": [" + movements + "], \"figures\": []}");
  }
}
