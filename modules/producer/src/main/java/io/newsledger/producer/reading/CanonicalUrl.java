package io.newsledger.producer.reading;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One form for all addresses of one page: https for http, host in lower case without default port,
 * user and trailing dot, path without empty and dot segments and trailing slash, parameters sorted
 * and without those that only track, no fragment, percent signs only where they are needed. Names
 * that are no web addresses (urn:, tag:) stay as they are but for the case of the scheme.
 */
final class CanonicalUrl {
  /**
   * Scheme, authority, path, query and fragment, after appendix B of RFC 3986. A scheme of one
   * letter is a drive, one with a dot a host.
   */
  private static final Pattern PARTS =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9+-]+):(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  /** What follows the scheme of a name that is no web address. */
  private static final Pattern NAME = Pattern.compile(":[^\\s\\p{Cntrl}]+");

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::(\\d{0,5}))?");

  private static final Pattern TRAILING_DOTS = Pattern.compile("\\.+$");

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "ref_src",
          "cmpid",
          "ncid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "vero_id",
          "oly_anon_id",
          "oly_enc_id",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "smid",
          "spm");

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MAX_PORT = 65_535;

  private static final String UNRESERVED = "-._~";
  private static final String KEPT_IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
  private static final String KEPT_IN_QUERY = KEPT_IN_PATH + "?";

  private CanonicalUrl() {}

  /** The one form of an address, or empty if the text is none. */
  static Optional<String> of(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      String rest = address.strip().substring(scheme.length());
      return NAME.matcher(rest).matches() ? Optional.of(scheme + rest) : Optional.empty();
    }
    if (parts.group(2) == null) {
      return Optional.empty();
    }
    return authority(parts.group(2), scheme)
        .map(authority -> "https://" + authority + path(parts.group(3)) + query(parts.group(4)));
  }

  private static Optional<String> authority(String text, String scheme) {
    Matcher authority = AUTHORITY.matcher(text);
    if (!authority.matches()) {
      return Optional.empty();
    }
    String digits = authority.group(2);
    int port = digits == null || digits.isEmpty() ? HTTPS : Integer.parseInt(digits);
    if (port > MAX_PORT) {
      return Optional.empty();
    }
    // 443 is dropped for http too: with the scheme made one, it could not be told from the default.
    boolean usual = port == HTTPS || (port == HTTP && scheme.equals("http"));
    return host(authority.group(1)).map(host -> usual ? host : host + ":" + port);
  }

  private static Optional<String> host(String text) {
    if (text.startsWith("[")) {
      return Optional.of(text.toLowerCase(Locale.ROOT));
    }
    try {
      String host = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      host = TRAILING_DOTS.matcher(host).replaceFirst("");
      boolean plain = host.chars().allMatch(c -> isLetterOrDigit(c) || "-._".indexOf(c) >= 0);
      // A sign that stands for dots (U+2025) parts no labels before it is made into them.
      boolean whole = !host.isEmpty() && IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).equals(host);
      return plain && whole ? Optional.of(host) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(String text) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : escaped(text, KEPT_IN_PATH).split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return "/" + String.join("/", segments);
  }

  private static String query(String text) {
    if (text == null) {
      return "";
    }
    String kept =
        Arrays.stream(text.split("&"))
            .map(parameter -> escaped(parameter, KEPT_IN_QUERY))
            .filter(parameter -> !parameter.isEmpty() && !tracks(parameter))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean tracks(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  /** Octets that need no escape stand for themselves, all others as % and two capital digits. */
  private static String escaped(String text, String kept) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder escaped = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int octet = Byte.toUnsignedInt(octets[i]);
      boolean wasEscaped = octet == '%' && isHex(octets, i + 1) && isHex(octets, i + 2);
      if (wasEscaped) {
        octet = 16 * digit(octets[i + 1]) + digit(octets[i + 2]);
        i += 2;
      }
      // An escaped slash or ampersand is data where a plain one parts: only unreserved ones are
      // the same with and without escape.
      String plain = wasEscaped ? UNRESERVED : kept;
      if (isLetterOrDigit(octet) || plain.indexOf(octet) >= 0) {
        escaped.append((char) octet);
      } else {
        escaped.append('%').append(String.format(Locale.ROOT, "%02X", octet));
      }
    }
    return escaped.toString();
  }

  private static boolean isHex(byte[] octets, int at) {
    return at < octets.length && digit(octets[at]) >= 0;
  }

  private static int digit(byte octet) {
    return octet < 0 ? -1 : Character.digit((char) octet, 16);
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
