package io.newsledger.producer.reading;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.util.Objects;

/** What came of reading something: an article, or the reason why not. */
public sealed interface Reading {
  /** It is this article. */
  record Read(Article article) implements Reading {
    public Read {
      Objects.requireNonNull(article, "article");
    }
  }

  /**
   * It is refused.
   *
   * @param reason kind of reason
   * @param detail the reason in words, and what to do
   */
  record Refused(RejectReason reason, String detail) implements Reading {
    public Refused {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
