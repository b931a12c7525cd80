package io.newsledger.weighing;

import io.newsledger.events.Article;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is compared of a text: for each of some hash functions, the smallest hash of its shingles,
 * which are all runs of {@value #SHINGLE} words. The share of smallest hashes that two texts have
 * in common estimates the share of shingles that they have in common (Broder's MinHash), to about
 * 0.05.
 */
public final class Signature {
  /**
   * Bands that the hashes are cut into; texts are compared if one whole band of theirs is equal.
   */
  public static final int BANDS = 16;

  /**
   * Hashes in a band: texts alike by 0.7 share one with 95 %, by 0.8 with 99.8 %, by 0.3 with 4 %.
   */
  private static final int ROWS = 5;

  private static final int HASHES = BANDS * ROWS;
  private static final int SHINGLE = 4;

  /** Words below which a text is a stub that different articles may well share. */
  private static final int SHORTEST = 40;

  /** Shares above which texts are one story. */
  private static final double ALIKE = 0.7;

  /** Runs of letters and digits; each ideograph by itself, as nothing parts words there. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsIdeographic}]]+");

  private final int[] minima;

  private Signature(int[] minima) {
    this.minima = minima;
  }

  /**
   * The signature of a revision's body, its headline left out; empty for a withdrawal and for a
   * text too short to tell by.
   */
  public static Optional<Signature> of(Article revision) {
    List<String> words = revision.getBody() == null ? List.of() : words(revision.getBody());
    if (words.size() < SHORTEST) {
      return Optional.empty();
    }
    Set<Long> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      long hash = 0;
      for (String word : words.subList(i, i + SHINGLE)) {
        hash = mixed(hash * 31 + hash(word));
      }
      shingles.add(hash);
    }
    int[] minima = new int[HASHES];
    Arrays.fill(minima, Integer.MAX_VALUE);
    for (long shingle : shingles) {
      for (int i = 0; i < HASHES; i++) {
        minima[i] = Math.min(minima[i], (int) (mixed(shingle ^ mixed(i + 1L)) >>> 32));
      }
    }
    return Optional.of(new Signature(minima));
  }

  /**
   * Reads {@link #bytes}.
   *
   * @throws IllegalArgumentException if there are not as many as there must be
   */
  public static Signature of(ByteBuffer bytes) {
    if (bytes.remaining() != HASHES * Integer.BYTES) {
      throw new IllegalArgumentException("a signature has not " + bytes.remaining() + " bytes");
    }
    int[] minima = new int[HASHES];
    bytes.duplicate().asIntBuffer().get(minima);
    return new Signature(minima);
  }

  /** The signature as bytes. */
  public ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(HASHES * Integer.BYTES);
    bytes.asIntBuffer().put(minima);
    return bytes;
  }

  /** The bands, each as a text that only texts with the same band have. */
  public List<String> bands() {
    List<String> bands = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = mixed(hash * 31 + minima[band * ROWS + row]);
      }
      bands.add(String.format(Locale.ROOT, "%02d-%016x", band, hash));
    }
    return List.copyOf(bands);
  }

  /** Whether both texts share a band, and as many hashes as texts of one story do. */
  public boolean near(Signature other) {
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += minima[i] == other.minima[i] ? 1 : 0;
    }
    return same >= ALIKE * HASHES && sharesBand(other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature && Arrays.equals(minima, signature.minima);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(minima);
  }

  private boolean sharesBand(Signature other) {
    for (int at = 0; at < HASHES; at += ROWS) {
      if (Arrays.equals(minima, at, at + ROWS, other.minima, at, at + ROWS)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private static long hash(String word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** A bijection in which each bit of the result depends on each bit given (SplitMix64). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
