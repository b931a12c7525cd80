package io.newsledger.benchmarks;

import io.newsledger.extraction.ArticleText;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The same articles as documents of one kind, again and again, each time at addresses not known
 * before.
 */
final class DocumentRounds {
  private final List<ArticleText> texts;
  private final Kind kind;
  private final Path folder;
  private final int count;
  private int round;

  /** What a document is. */
  enum Kind {
    MARKDOWN,
    HTML,
    /** One archive of all, each record packed by itself, as crawls have it. */
    WARC
  }

  /**
   * What a round works on.
   *
   * @param files a document each, or the archive of all
   * @param parts the same bytes as somebody would send them without looking into them
   */
  record Round(List<Path> files, List<Part> parts) {}

  /**
   * Bytes of a file.
   *
   * @param from where they begin
   * @param length how many they are
   */
  record Part(Path file, long from, int length) {}

  /**
   * @param count documents of a round; of more than there are texts, each is there several times
   */
  DocumentRounds(List<ArticleText> texts, Kind kind, int count, Path folder) {
    this.texts = List.copyOf(texts);
    this.kind = kind;
    this.folder = folder;
    this.count = count;
  }

  /** Every article once, as Markdown. */
  static DocumentRounds markdown(List<ArticleText> texts, Path folder) {
    return new DocumentRounds(texts, Kind.MARKDOWN, texts.size(), folder);
  }

  /** Bytes of a document, on average. */
  double meanBytes() throws IOException {
    long bytes = 0;
    for (ArticleText text : texts) {
      bytes += document(text, 0).length;
    }
    return (double) bytes / texts.size();
  }

  /** Writes the documents of the next round. */
  Round next() throws IOException {
    round++;
    Path home = Files.createDirectories(folder.resolve(kind + "-" + round));
    List<Path> files = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    if (kind == Kind.WARC) {
      Path archive = home.resolve("news.warc.gz");
      files.add(archive);
      long at = 0;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
        for (int number = 0; number < count; number++) {
          byte[] record = document(texts.get(number % texts.size()), number);
          out.write(record);
          parts.add(new Part(archive, at, record.length));
          at += record.length;
        }
      }
    } else {
      String ending = kind == Kind.HTML ? ".html" : ".md";
      for (int number = 0; number < count; number++) {
        byte[] document = document(texts.get(number % texts.size()), number);
        Path file = Files.write(home.resolve(number + ending), document);
        files.add(file);
        parts.add(new Part(file, 0, document.length));
      }
    }
    return new Round(files, parts);
  }

  private byte[] document(ArticleText text, int number) throws IOException {
    String url = "https://example.org/" + kind + "/" + round + "/" + number;
    return switch (kind) {
      case MARKDOWN -> bytes(markdown(text, number, url));
      case HTML -> bytes(page(text, number, url));
      case WARC -> packed(record(page(text, number, url), url, number));
    };
  }

  private static String markdown(ArticleText text, int number, String url) {
    return "---\ntitle: Article "
        + number
        + "\ndate: "
        + text.publishedAt()
        + "\nurl: "
        + url
        + "\n---\n"
        + text.body();
  }

  private static String page(ArticleText text, int number, String url) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Article "
        + number
        + "</title><link rel=\"canonical\" href=\""
        + url
        + "\"><meta property=\"article:published_time\" content=\""
        + text.publishedAt()
        + "\"></head>\n<body><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a>"
        + "</li></ul></nav>\n<article><h1>Article "
        + number
        + "</h1>\n<p>"
        + text.body().replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "</p>\n<p>")
        + "</p></article>\n<footer><p>All rights reserved.</p></footer></body></html>\n";
  }

  private static byte[] record(String page, String url, int number) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + bytes(page).length
            + "\r\n\r\n"
            + page;
    return bytes(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
            + new UUID(0, number)
            + ">\r\nWARC-Date: 2026-06-01T00:00:00Z\r\nWARC-Target-URI: "
            + url
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + bytes(http).length
            + "\r\n\r\n"
            + http
            + "\r\n\r\n");
  }

  private static byte[] packed(byte[] record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(record);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
