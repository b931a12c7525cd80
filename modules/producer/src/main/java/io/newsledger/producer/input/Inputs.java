package io.newsledger.producer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a list of arguments offers: files; folders, with all below them, sorted by path; patterns
 * such as {@code news/**}{@code /*.md}; {@code -} for standard input. Each is counted under its
 * argument.
 *
 * <p>Of a folder, hidden files and folders, files called README.md, pipes and devices are left out;
 * everything else is offered, so that what cannot be read is told. Links are followed; a circle of
 * links is offered as unreadable.
 *
 * @param inputs in the order of the arguments
 * @param missing arguments that name or match nothing
 */
public record Inputs(List<Input> inputs, List<String> missing) {
  private static final String STANDARD_INPUT = "-";

  /** Folders deeper than this are no archive but a mistake. */
  private static final int MAX_DEPTH = 64;

  public Inputs {
    inputs = List.copyOf(inputs);
    missing = List.copyOf(missing);
  }

  /**
   * Looks up what the arguments offer, opening none of it.
   *
   * @param standardInput what {@code -} reads
   */
  public static Inputs of(List<String> arguments, InputStream standardInput) {
    List<Input> inputs = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String argument : arguments) {
      List<Input> found =
          argument.equals(STANDARD_INPUT)
              ? List.of(Input.stream("standard input", "stdin", standardInput))
              : find(argument);
      if (found == null) {
        missing.add(argument);
      } else {
        found.forEach(input -> inputs.add(counted(input, argument)));
      }
    }
    return new Inputs(inputs, missing);
  }

  private static Input counted(Input input, String argument) {
    return argument.equals(STANDARD_INPUT) ? input : input.countedAs(argument);
  }

  /** What one argument offers; null if there is no such thing. */
  private static List<Input> find(String argument) {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      return null;
    }
    if (Files.isDirectory(path)) {
      return below(path, file -> !isReadme(file));
    } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of(Input.file(path));
    }
    List<Input> matched = matching(argument);
    return matched.isEmpty() ? null : matched;
  }

  private static List<Input> matching(String pattern) {
    int wild = 0;
    while (wild < pattern.length() && "*?[{".indexOf(pattern.charAt(wild)) < 0) {
      wild++;
    }
    if (wild == pattern.length()) {
      return List.of();
    }
    Path start = Path.of(pattern.substring(0, pattern.lastIndexOf('/', wild) + 1));
    if (!Files.isDirectory(start.toAbsolutePath())) {
      return List.of();
    }
    PathMatcher matcher;
    try {
      matcher = start.getFileSystem().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    return below(start, matcher::matches);
  }

  private static List<Input> below(Path start, Predicate<Path> wanted) {
    Walk walk = new Walk(start, wanted);
    try {
      Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, walk);
    } catch (IOException e) {
      throw new IllegalStateException("the walk answers all errors itself", e);
    }
    walk.found.sort(Comparator.comparing(Path::toString));
    return walk.found.stream().map(Input::file).toList();
  }

  private static boolean isReadme(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).equals("readme.md");
  }

  /** Collects files; what cannot be visited is collected too, so that reading it tells why. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();
    private final Path start;
    private final Predicate<Path> wanted;

    private Walk(Path start, Predicate<Path> wanted) {
      this.start = start;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // To open a pipe or a device could wait forever.
      boolean special = attributes != null && attributes.isOther();
      if (!special && !isHidden(file) && wanted.test(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) {
      return visitFile(file, null);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException error) {
      if (error != null) {
        found.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      return !path.equals(start) && path.getFileName().toString().startsWith(".");
    }
  }
}
