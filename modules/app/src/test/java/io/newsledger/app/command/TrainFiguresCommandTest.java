package io.newsledger.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainFiguresCommandTest {
  private static final List<String> FIRMS =
      List.of("Spotify", "Databricks", "Pinterest", "Shopify");

  @TempDir Path gold;
  @TempDir Path out;

  @Test
  void learnsWhatTheGoldHasAndWhatItLeavesOut() throws Exception {
    for (String firm : FIRMS) {
      article("has-" + firm, firm + " has 5 million users.", firm);
      article("wants-" + firm, firm + " wants 5 million users.", null);
    }
    Path judged =
        Files.writeString(
            out.resolve("judged.tsv"), "wants-Spotify\tSpotify\tUSERS\t5000000\tCOUNT\twrong\n");
    Path sentences =
        Files.writeString(
            out.resolve("made-up.tsv"), "Slack has 3 million users.\tSlack USERS 3M\n");
    Path weights = out.resolve("weights.tsv");
    Outcome outcome =
        Outcome.of(
            "train-figures",
            "--gold",
            gold.toString(),
            "--judged",
            judged.toString(),
            "--sentences",
            sentences.toString(),
            "--out",
            weights.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.out().startsWith("8 figures proposed, 4 of them right; gold has 4"), outcome.out());
    List<String> rows = Files.readAllLines(weights);
    assertTrue(rows.get(0).startsWith("# "), rows.get(0));
    assertTrue(rows.get(1).startsWith("(bias)\t"), rows.get(1));
    assertTrue(rows.get(2).startsWith("(least)\t0."), rows.get(2));
    assertTrue(rows.stream().anyMatch(row -> row.startsWith("verb=has\t0.")), rows.toString());
    assertTrue(rows.stream().anyMatch(row -> row.startsWith("verb=wants\t-0.")), rows.toString());
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    article("a", "Spotify has 5 million users.", "Spotify");
    String file = out.resolve("weights.tsv").toString();
    Outcome little = Outcome.of("train-figures", "--gold", gold.toString(), "--out", file);
    assertTrue(little.code() != 0, little.out());
    assertTrue(little.err().contains("too little to learn from"), little.err());
    Path broken = Files.writeString(out.resolve("broken.tsv"), "Slack\tSlack has users\n");
    Outcome sentence =
        Outcome.of(
            "train-figures",
            "--gold",
            gold.toString(),
            "--out",
            file,
            "--sentences",
            broken.toString());
    assertTrue(sentence.err().contains("line 1"), sentence.err());
    Outcome line =
        Outcome.of(
            "train-figures",
            "--gold",
            gold.toString(),
            "--out",
            file,
            "--judged",
            broken.toString());
    assertTrue(line.err().contains("line 1"), line.err());
  }

  private void article(String name, String text, String owner) throws Exception {
    Files.writeString(
        gold.resolve(name + ".md"), "---\ntitle: Notes\ndate: 2026-03-10\n---\n" + text + "\n");
    String figures =
        owner == null
            ? ""
            : "{\"entities\": [\""
                + owner
                + "\"], \"metric\": \"USERS\", \"value\": 5000000,"
                + " \"unit\": \"COUNT\"}";
    Files.writeString(
        gold.resolve(name + ".json"),
        "{\"id\": \"" + name + "\", \"movements\": [], \"figures\": [" + figures + "]}");
  }
}
