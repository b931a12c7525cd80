package io.newsledger.producer.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Documents made from others by small random changes, the same for the same random numbers. */
final class Mutation {
  private static final int MOST_CHANGES = 6;
  private static final int LONGEST = 64 * 1024;

  /** Pieces that parsers look for. */
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<!DOCTYPE html>",
          "<html>",
          "<p>",
          "<rss>",
          "<item>",
          "<entry>",
          "<feed>",
          "<script>",
          "&amp;",
          "&#x0;",
          "&#x1F600;",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          "\\u",
          "\\",
          ":",
          ",",
          ";",
          "null",
          "true",
          "1e9",
          "-0",
          "---\n",
          "...\n",
          "date: 2026-03-05\n",
          "\r\n",
          "\n",
          "\u0000",
          "\uFEFF",
          "\u202E",
          "WARC/1.0\r\n",
          "HTTP/1.1 200",
          "Content-Length: 5\r\n",
          "%",
          "%00",
          "../",
          "http://",
          "xn--",
          "@",
          "#",
          "?",
          "2026-13-45");

  private Mutation() {}

  /** Another document. */
  static byte[] of(List<byte[]> seeds, RandomGenerator random) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, seeds, random);
    }
    return bytes.length > LONGEST ? part(bytes, 0, LONGEST) : bytes;
  }

  private static byte[] changed(byte[] bytes, List<byte[]> seeds, RandomGenerator random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(64)));
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int start = random.nextInt(other.length + 1);
    return switch (random.nextInt(6)) {
      case 0 -> spliced(bytes, from, to, new byte[0]);
      case 1 -> spliced(bytes, from, from, piece(random));
      case 2 -> spliced(bytes, from, to, piece(random));
      case 3 -> spliced(bytes, from, from, new byte[] {(byte) random.nextInt(256)});
      case 4 -> spliced(bytes, from, from, part(bytes, from, to));
      default -> spliced(bytes, from, to, part(other, start, Math.min(other.length, start + 200)));
    };
  }

  private static byte[] piece(RandomGenerator random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] inserted) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, from);
    joined.writeBytes(inserted);
    joined.write(bytes, to, bytes.length - to);
    return joined.toByteArray();
  }

  private static byte[] part(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
