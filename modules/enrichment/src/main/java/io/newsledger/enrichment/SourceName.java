package io.newsledger.enrichment;

import io.newsledger.events.Article;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who publishes an article: its source as it says, else the host of its address. */
final class SourceName {
  /** Scheme and authority of RFC 3986; java.net.URI finds no host in some that are in use. */
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\\[[^]/?#]*]|[^/?#:@\\[\\]]+).*");

  private SourceName() {}

  /** The publisher, if it is known. */
  static Optional<String> of(Article article) {
    String source = article.getSource();
    if (source != null && !source.isBlank()) {
      return Optional.of(source);
    }
    return Optional.ofNullable(article.getUrl()).flatMap(SourceName::host);
  }

  private static Optional<String> host(String url) {
    Matcher parts = HOST.matcher(url);
    return parts.matches()
        ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
