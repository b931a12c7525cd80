package io.newsledger.extraction.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/**
 * Tags words with the part-of-speech model of the library, as its own tagger would, many times as
 * fast: what a word adds to the scores is looked up once for each word, not put together from
 * strings for each place. Immutable but for a bounded memory of words; safe for use by several
 * threads.
 *
 * <p>The model asks that features of a place be kept for all sequences of the beam, those of the
 * tags before included. So all sequences are scored alike there, and the best one is found by
 * taking the best tag at each place.
 */
final class Tagger {
  private static final String MODEL = "pos.model";
  private static final int LONGEST_AFFIX = 4;

  /** Words remembered; the rest is worked out each time. */
  private static final int MEMORY = 1 << 16;

  private static final Weights NONE = new Weights(new int[0], new double[0]);
  private static final Tag[] NO_TAGS = new Tag[0];

  /** What a feature adds to the scores of some tags. */
  private static final class Weights {
    private final int[] tags;
    private final double[] values;

    Weights(int[] tags, double[] values) {
      this.tags = tags;
      this.values = values;
    }

    void addTo(double[] scores) {
      for (int i = 0; i < tags.length; i++) {
        scores[tags[i]] += values[i];
      }
    }
  }

  /** What a word adds to the scores of its own place, and of those one or two places away. */
  private static final class Word {
    private final double[] own;
    private final Weights before;
    private final Weights twoBefore;
    private final Weights behind;
    private final Weights twoBehind;

    Word(double[] own, Weights before, Weights twoBefore, Weights behind, Weights twoBehind) {
      this.own = own;
      this.before = before;
      this.twoBefore = twoBefore;
      this.behind = behind;
      this.twoBehind = twoBehind;
    }
  }

  /**
   * A tag of the model.
   *
   * @param word tag of a word
   * @param clitic tag of what hangs on it ("didn't" is AUX and PART), or PART
   */
  record Tag(String word, String clitic) {
    static Tag of(String outcome) {
      int plus = outcome.indexOf('+');
      return plus < 0
          ? new Tag(outcome, "PART")
          : new Tag(outcome.substring(0, plus), outcome.substring(plus + 1));
    }
  }

  private final Tag[] tags;
  private final Map<String, Weights> weights = new HashMap<>();
  private final Weights[] begin = new Weights[3];
  private final Weights[] afterTag;
  private final Weights[][] afterTags;
  private final Map<String, Word> words = new ConcurrentHashMap<>();

  private Tagger(String[] outcomes, Map<?, ?> predicates) {
    tags = new Tag[outcomes.length];
    for (Map.Entry<?, ?> predicate : predicates.entrySet()) {
      Context context = (Context) predicate.getValue();
      weights.put(
          (String) predicate.getKey(), new Weights(context.getOutcomes(), context.getParameters()));
    }
    begin[0] = of("S=begin");
    begin[1] = of("p1S=begin");
    begin[2] = of("p2S=begin");
    afterTag = new Weights[outcomes.length];
    afterTags = new Weights[outcomes.length][outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      tags[i] = Tag.of(outcomes[i]);
      afterTag[i] = of("t=" + outcomes[i]);
      for (int j = 0; j < outcomes.length; j++) {
        afterTags[i][j] = of("t2=" + outcomes[i] + "," + outcomes[j]);
      }
    }
  }

  /**
   * Takes over a model.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  static Tagger of(POSModel model) {
    if (model.getArtifact(MODEL) instanceof AbstractModel maxent) {
      Object[] parts = maxent.getDataStructures();
      return new Tagger((String[]) parts[2], (Map<?, ?>) parts[1]);
    }
    throw new IllegalArgumentException("no maximum entropy model");
  }

  /** The tags of the words of one sentence. */
  Tag[] tag(List<String> sentence) {
    int size = sentence.size();
    if (size == 0) {
      return NO_TAGS;
    }
    Word[] known = new Word[size];
    for (int i = 0; i < size; i++) {
      known[i] = word(sentence.get(i));
    }
    Tag[] found = new Tag[size];
    double[] scores = new double[tags.length];
    int previous = -1;
    int beforePrevious = -1;
    for (int i = 0; i < size; i++) {
      System.arraycopy(known[i].own, 0, scores, 0, scores.length);
      around(known, i, scores);
      if (i < begin.length) {
        begin[i].addTo(scores);
      }
      if (previous >= 0) {
        afterTag[previous].addTo(scores);
      }
      if (beforePrevious >= 0) {
        afterTags[beforePrevious][previous].addTo(scores);
      }
      beforePrevious = previous;
      previous = best(scores);
      found[i] = tags[previous];
    }
    return found;
  }

  private static void around(Word[] words, int at, double[] scores) {
    if (at > 0) {
      words[at - 1].before.addTo(scores);
    }
    if (at > 1) {
      words[at - 2].twoBefore.addTo(scores);
    }
    if (at + 1 < words.length) {
      words[at + 1].behind.addTo(scores);
    }
    if (at + 2 < words.length) {
      words[at + 2].twoBehind.addTo(scores);
    }
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  private Word word(String text) {
    Word known = words.get(text);
    if (known != null) {
      return known;
    }
    Word made = make(text);
    if (words.size() < MEMORY) {
      words.put(text, made);
    }
    return made;
  }

  private Word make(String text) {
    double[] own = new double[tags.length];
    of("def").addTo(own);
    for (int length = 1; length <= Math.min(LONGEST_AFFIX, text.length()); length++) {
      of("suf=" + text.substring(text.length() - length)).addTo(own);
      of("pre=" + text.substring(0, length)).addTo(own);
    }
    String lower = StringUtil.toLowerCase(text);
    String shape = FeatureGeneratorUtil.tokenFeature(text);
    of("w=" + lower).addTo(own);
    of("wc=" + shape).addTo(own);
    of("w&c=" + lower + "," + shape).addTo(own);
    return new Word(
        own, of("p1w=" + lower), of("p2w=" + lower), of("n1w=" + lower), of("n2w=" + lower));
  }

  private Weights of(String feature) {
    return weights.getOrDefault(feature, NONE);
  }
}
