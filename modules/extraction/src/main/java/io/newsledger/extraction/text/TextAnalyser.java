package io.newsledger.extraction.text;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Splits articles into sentences and tagged tokens, leaving out markup and page furniture.
 * Immutable; safe for use by several threads.
 */
public final class TextAnalyser {
  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TAGS = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

  private final SentenceModel sentenceModel;
  private final Tagger tagger;
  private final Furniture furniture;

  private TextAnalyser(SentenceModel sentenceModel, Tagger tagger, Furniture furniture) {
    this.sentenceModel = sentenceModel;
    this.tagger = tagger;
    this.furniture = furniture;
  }

  /**
   * Reads the models from the class path.
   *
   * @throws UncheckedIOException if a model cannot be read
   */
  public static TextAnalyser load() {
    try (InputStream sentences = open(SENTENCES);
        InputStream tags = open(TAGS)) {
      return new TextAnalyser(
          new SentenceModel(sentences), Tagger.of(new POSModel(tags)), Furniture.load());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the language models", e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = TextAnalyser.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("no resource " + resource + " on the class path");
    }
    return in;
  }

  /** Splits and tags one article. */
  public Document analyse(ArticleText article) {
    return new Reading(article).run();
  }

  /** One article in work; the library's splitter keeps state and serves one thread. */
  private final class Reading {
    private final ArticleText article;
    private final SentenceSplitter splitter =
        new SentenceSplitter(new SentenceDetectorME(sentenceModel));
    private final List<Sentence> sentences = new ArrayList<>();

    Reading(ArticleText article) {
      this.article = article;
    }

    Document run() {
      int paragraph = 0;
      if (article.title() != null) {
        for (Block block : Blocks.of(article.title())) {
          Span whole = new Span(0, block.text().length());
          add(block, Sentence.Kind.TITLE, Quote.Field.TITLE, paragraph, whole);
        }
        paragraph++;
      }
      for (Block block : furniture.drop(Blocks.of(article.body()))) {
        for (Span span : splitter.split(block.text())) {
          add(block, block.kind(), Quote.Field.BODY, paragraph, span);
        }
        paragraph++;
      }
      return new Document(article, sentences);
    }

    private void add(Block block, Sentence.Kind kind, Quote.Field field, int paragraph, Span span) {
      String text = block.text().substring(span.getStart(), span.getEnd());
      List<Tokenizer.Span> spans = Tokenizer.split(text);
      if (spans.isEmpty()) {
        return;
      }
      SentenceTags tags = new SentenceTags(tagger, text, spans);
      List<Token> out = new ArrayList<>(spans.size());
      for (int i = 0; i < spans.size(); i++) {
        int from = span.getStart() + spans.get(i).start();
        int to = span.getStart() + spans.get(i).end();
        out.add(new Token(block.start(from), block.endOf(to), tags.word(i, i), tags, i));
      }
      int start = out.get(0).start();
      int end = out.get(out.size() - 1).end();
      sentences.add(
          new Sentence(
              sentences.size(), paragraph, kind, field, start, end, plain(field, start, end), out));
    }

    private String plain(Quote.Field field, int start, int end) {
      String whole = field == Quote.Field.TITLE ? article.title() : article.body();
      StringBuilder plain = new StringBuilder(end - start);
      for (int i = start; i < end; i++) {
        char c = whole.charAt(i);
        plain.append(c == '\n' ? ' ' : Typography.plain(c));
      }
      return plain.toString();
    }
  }
}
