package io.newsledger.app.connection;

import io.newsledger.app.CommandFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Where tokens come from under {@code OAUTHBEARER}.
 *
 * <p>Kafka's clients ask no address for a token that the JVM was not told of: their properties may
 * come from a stranger, as in a service that runs others' connectors. Here they come from the file
 * of who started the command, so what stands there is allowed.
 */
final class TokenAddresses {
  private static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
  private static final String FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

  private TokenAddresses() {}

  /**
   * Allows what these client properties name, besides what is allowed already.
   *
   * @throws CommandFailure if the address of a file is none
   */
  static void allow(Map<String, Object> properties) {
    if (properties.get(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL) instanceof String url) {
      add(URLS, url);
      if (url.startsWith("file:")) {
        add(FILES, path(url));
      }
    }
  }

  private static String path(String url) {
    try {
      return Path.of(URI.create(url)).toString();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL + " names no file: " + url, e);
    }
  }

  private static synchronized void add(String property, String value) {
    Set<String> allowed =
        Arrays.stream(System.getProperty(property, "").split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (allowed.add(value)) {
      System.setProperty(property, String.join(",", allowed));
    }
  }
}
