package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
  private static final List<String> TRACKING =
      List.of("utm_source=mail", "UTM_Campaign=x", "fbclid=1", "%75tm_medium=a", "gclid=", "_ga");

  @ParameterizedTest
  @CsvSource({
    "http://Example.COM/News, https://example.com/News",
    "HTTPS://example.com, https://example.com/",
    "https://example.com./a/, https://example.com/a",
    "https://example.com。/a, https://example.com/a",
    "http://example.com:80/a, https://example.com/a",
    "http://example.com:443/a, https://example.com/a",
    "https://example.com:0443/a, https://example.com/a",
    "https://example.com:80/a, https://example.com:80/a",
    "https://example.com:8080/a, https://example.com:8080/a",
    "https://me:secret@example.com/a, https://example.com/a",
    "https://example.com//a/./b/../c//, https://example.com/a/c",
    "https://example.com/../../a, https://example.com/a",
    "https://example.com/a#part, https://example.com/a",
    "https://example.com/a?, https://example.com/a",
    "https://example.com/a?b=2&a=1, https://example.com/a?a=1&b=2",
    "https://example.com/a?utm_source=x&id=7, https://example.com/a?id=7",
    "https://example.com/%7euser/%e4%bd%a0, https://example.com/~user/%E4%BD%A0",
    "https://example.com/你, https://example.com/%E4%BD%A0",
    "https://example.com/a%2fb, https://example.com/a%2Fb",
    "https://example.com/100%, https://example.com/100%25",
    "https://example.com/a b, https://example.com/a%20b",
    "https://Bücher.example/a, https://xn--bcher-kva.example/a",
    "https://[2001:DB8::1]:443/a, https://[2001:db8::1]/a",
    "URN:newsml:example.com:7, urn:newsml:example.com:7",
    "'tag:example.com,2026:7', 'tag:example.com,2026:7'"
  })
  void oneFormForOnePage(String address, String canonical) {
    assertEquals(Optional.of(canonical), CanonicalUrl.of(address));
    assertEquals(Optional.of(canonical), CanonicalUrl.of("  " + address + "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/a",
        "www.example.com:8080/a",
        "//example.com/a",
        "/a/b",
        "https:/a",
        "https:///a",
        "https://",
        "https://exa mple.com/",
        "https://example.com:port/",
        "https://example.com:65536/",
        "https://example.com:99999999999/",
        "https://a..b/",
        "https://a\u2025b/",
        "https://%65xample.com/",
        "C:\\news\\a.md",
        "Note: see the page",
        "urn:",
        "看:这里 那里"
      })
  void whatIsNoAddressIsTold(String text) {
    assertEquals(Optional.empty(), CanonicalUrl.of(text));
  }

  @Property(tries = 2000)
  void itsOwnForm(@ForAll("addresses") String address) {
    Optional<String> once = CanonicalUrl.of(address);
    assertEquals(once, once.flatMap(CanonicalUrl::of));
  }

  @Property(tries = 1000)
  void itsOwnFormForAnyText(@ForAll String text) {
    for (String address : List.of(text, "http://" + text, "https://example.com/" + text)) {
      Optional<String> once = CanonicalUrl.of(address);
      assertEquals(once, once.flatMap(CanonicalUrl::of));
    }
  }

  @Property
  void trackingTellsNothing(
      @ForAll("queries") List<String> query, @ForAll("tracking") List<String> tracking) {
    List<String> all = new ArrayList<>(query);
    for (String one : tracking) {
      all.add(Math.floorMod(one.hashCode(), all.size() + 1), one);
    }
    String page = "https://example.com/a";
    assertEquals(
        CanonicalUrl.of(page + "?" + String.join("&", query)),
        CanonicalUrl.of(page + "?" + String.join("&", all) + "#top"));
  }

  @Provide
  Arbitrary<List<String>> queries() {
    return parameter().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> tracking() {
    return Arbitraries.of(TRACKING).list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> scheme = Arbitraries.of("http", "HTTP", "https", "urn");
    Arbitrary<String> host =
        Arbitraries.of("example.com", "EXAMPLE.com.", "bücher.example", "例え。jp。", "[::1]", "a@b.c");
    Arbitrary<String> port = Arbitraries.of("", ":", ":80", ":443", ":0443", ":8080");
    Arbitrary<String> path =
        Arbitraries.of("a", "B", ".", "..", "", "%2e%2E", "%41", "%", "%zz", "ü", "a;b", "%2F")
            .list()
            .ofMaxSize(5)
            .map(segments -> segments.isEmpty() ? "" : "/" + String.join("/", segments));
    Arbitrary<String> query =
        Arbitraries.oneOf(parameter(), Arbitraries.of(TRACKING))
            .list()
            .ofMaxSize(4)
            .map(parameters -> parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    Arbitrary<String> fragment = Arbitraries.of("", "#", "#a/b?c");
    return Combinators.combine(scheme, host, port, path, query, fragment)
        .as((s, h, p, a, q, f) -> s + "://" + h + p + a + q + f);
  }

  private static Arbitrary<String> parameter() {
    return Arbitraries.of("id=7", "ID=7", "a", "a=", "q=%20b", "q=c+d", "p=%26", "r=ü?/", "");
  }
}
