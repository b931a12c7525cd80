package io.newsledger.producer.input;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what is offered: opens it, takes its bytes once and has them read as an article. */
public final class InputReader {
  private final ArticleReader articles;

  public InputReader(ArticleReader articles) {
    this.articles = articles;
  }

  /** An article or a refusal; trouble with the disk is a refusal too. */
  public Offer read(Input input) {
    Original original;
    try {
      OptionalLong size = input.content().size();
      try (InputStream in = input.content().open()) {
        original = Original.read(in, size);
      }
    } catch (IOException e) {
      return new Offer(input, new Reading.Refused(RejectReason.UNREADABLE, why(e)), Original.NONE);
    }
    Reading reading = read(input.name(), original);
    return new Offer(input, reading, reading instanceof Reading.Read ? Original.NONE : original);
  }

  private Reading read(String name, Original original) {
    Optional<Reading.Refused> unseen = articles.refusedUnseen(name, original.size());
    if (unseen.isEmpty()) {
      return attempt(name, original.bytes());
    }
    Reading.Refused refused = unseen.get();
    return original.isCut()
        ? new Reading.Refused(
            refused.reason(),
            refused.detail() + "; only its first " + original.kept() + " bytes are kept here")
        : refused;
  }

  /** A fault of ours must not keep from the ledger what comes after. */
  private Reading attempt(String name, byte[] bytes) {
    try {
      return articles.read(name, bytes);
    } catch (RuntimeException e) {
      return new Reading.Refused(
          RejectReason.FAILED, "reading it failed, which is a fault of the reader: " + e);
    }
  }

  private static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "is not there: a link that leads nowhere, or a file removed since it was listed";
    } else if (e instanceof AccessDeniedException) {
      return "may not be read by this user: check its permissions";
    }
    return "cannot be read: " + e.getMessage();
  }
}
