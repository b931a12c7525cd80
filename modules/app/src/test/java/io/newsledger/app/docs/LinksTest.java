package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the documents lead somewhere; addresses elsewhere are not asked. */
final class LinksTest {
  private static final Pattern LINK = Pattern.compile("!?\\[[^]]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");

  @Test
  void everyLinkOfEveryDocumentLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : Documents.all()) {
      String text = prose(document);
      for (String target : LINK.matcher(text).results().map(link -> link.group(1)).toList()) {
        links++;
        if (!leadsSomewhere(document, target)) {
          broken.add(Documents.ROOT.relativize(document) + " -> " + target);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 10, "only " + links + " links were found");
  }

  @Test
  void everyDocumentIsReachedFromTheReadme() throws IOException {
    Set<Path> reached = new TreeSet<>();
    List<Path> next = new ArrayList<>(List.of(Documents.ROOT.resolve("README.md")));
    while (!next.isEmpty()) {
      Path document = next.remove(next.size() - 1);
      if (Files.isDirectory(document)) {
        try (Stream<Path> inside = Files.list(document)) {
          inside.filter(Documents::isDocument).forEach(next::add);
        }
      } else if (Documents.isDocument(document) && reached.add(document)) {
        for (MatchResult link : LINK.matcher(prose(document)).results().toList()) {
          if (!link.group(1).contains(":")) {
            next.add(resolve(document, link.group(1)));
          }
        }
      }
    }
    Set<String> unreached =
        Documents.all().stream()
            .filter(document -> !reached.contains(document))
            .map(document -> Documents.ROOT.relativize(document).toString())
            .filter(name -> name.startsWith("docs"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unreached);
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    if (target.startsWith("https://") || target.startsWith("http://127.0.0.1:")) {
      return true;
    }
    Path file = resolve(document, target);
    if (!Files.exists(file) || !file.startsWith(Documents.ROOT)) {
      return false;
    }
    int hash = target.indexOf('#');
    return hash < 0 || anchors(file).contains(target.substring(hash + 1));
  }

  private static Path resolve(Path document, String target) {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    return file.isEmpty() ? document : document.resolveSibling(file).normalize();
  }

  /** Headings as the sites that show Markdown name them: lower case, words joined by hyphens. */
  private static Set<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(prose(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String prose(Path document) throws IOException {
    return FENCED.matcher(Files.readString(document)).replaceAll("");
  }
}
