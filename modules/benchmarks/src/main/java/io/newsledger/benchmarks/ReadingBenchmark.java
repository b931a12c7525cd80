package io.newsledger.benchmarks;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/** Reading articles against OpenNLP's sentences, tokens and tags of all their text; one thread. */
final class ReadingBenchmark {
  static final String NAME = "reading";
  private static final double TARGET = 8;

  private ReadingBenchmark() {}

  static Comparison open(Articles articles) throws IOException {
    Extractor extractor = NewsExtractor.load();
    OpenNlp openNlp = OpenNlp.load();
    List<ArticleText> texts = articles.texts();
    return new Comparison(
        "Reading articles, one thread",
        "OpenNLP's sentences, tokens and tags of all the text",
        "articles",
        TARGET,
        () -> {
          long claims = 0;
          for (ArticleText text : texts) {
            Extraction extraction = extractor.read(text);
            claims += extraction.movements().size() + extraction.figures().size();
          }
          return claims < 0 ? 0 : texts.size();
        },
        () -> {
          long tags = 0;
          for (ArticleText text : texts) {
            tags += openNlp.tags(text.body());
          }
          return tags == 0 ? 0 : texts.size();
        },
        () -> {});
  }

  /** The library's own pipeline. For one thread. */
  private record OpenNlp(SentenceDetectorME sentences, TokenizerME tokenizer, POSTaggerME tagger) {
    static OpenNlp load() throws IOException {
      return new OpenNlp(
          new SentenceDetectorME(
              new SentenceModel(model("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin"))),
          new TokenizerME(new TokenizerModel(model("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin"))),
          new POSTaggerME(new POSModel(model("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"))));
    }

    private static InputStream model(String name) throws IOException {
      InputStream in = ReadingBenchmark.class.getResourceAsStream(name);
      if (in == null) {
        throw new IOException("no " + name + " on the class path");
      }
      return in;
    }

    long tags(String text) {
      long count = 0;
      for (String sentence : sentences.sentDetect(text)) {
        count += tagger.tag(tokenizer.tokenize(sentence)).length;
      }
      return count;
    }
  }
}
