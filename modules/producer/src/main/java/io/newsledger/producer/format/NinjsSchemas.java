package io.newsledger.producer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The IPTC's schemas of ninjs, 1.1 to 3.1, read from the class path when they are needed first. An
 * item has to be valid in one of them, of which the version that it declares is tried first and its
 * reason told: many declare none or a wrong one. 1.0 counts as 1.1, which only adds to it. An item
 * that names a schema of its publisher's own may have fields that the IPTC's does not know.
 */
final class NinjsSchemas {
  /** The newest first. */
  private static final List<String> VERSIONS =
      List.of("3.1", "3.0", "2.2", "2.1", "2.0", "1.6", "1.5", "1.4", "1.3", "1.2", "1.1");

  private static final String ADDRESS = "http://www.iptc.org/std/ninjs/ninjs-schema_";
  private static final Pattern SCHEMA = Pattern.compile("ninjs-schema_(\\d\\.\\d)\\.json");
  private static final String GEOJSON = "https://geojson.org/schema/GeoJSON.json";
  private static final List<String> UNKNOWN_FIELD =
      List.of("additionalProperties", "unevaluatedProperties");
  private static final int LONGEST_REASON = 300;

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder()
                          .formatAssertionsEnabled(false)
                          .locale(Locale.ENGLISH)
                          .build())
                  .schemas(NinjsSchemas::text));

  /** What the specification forbids in an item, if anything, and in which version of it. */
  Optional<String> fault(JsonNode item) {
    Optional<String> declared = declared(item);
    Optional<String> told = declared.flatMap(version -> fault(item, version));
    return declared.isPresent() && told.isEmpty()
        ? Optional.empty()
        : faultInAll(item).map(fault -> told.orElse(fault));
  }

  /** What one version forbids in an item. */
  Optional<String> fault(JsonNode item, String version) {
    return errors(item, version).stream().findFirst().map(error -> worded(error, version));
  }

  /** What the version forbids that forbids the least. */
  private Optional<String> faultInAll(JsonNode item) {
    String best = "";
    List<Error> fewest = List.of();
    for (String version : VERSIONS) {
      List<Error> errors = errors(item, version);
      if (errors.isEmpty()) {
        return Optional.empty();
      } else if (best.isEmpty() || errors.size() < fewest.size()) {
        best = version;
        fewest = errors;
      }
    }
    return Optional.of(worded(fewest.get(0), best));
  }

  private List<Error> errors(JsonNode item, String version) {
    boolean extended = isExtended(item);
    return registry
        .getSchema(SchemaLocation.of(ADDRESS + version + ".json"))
        .validate(item)
        .stream()
        .filter(error -> !(extended && UNKNOWN_FIELD.contains(error.getKeyword())))
        .toList();
  }

  private static String worded(Error error, String version) {
    String reason = "by version " + version + ", " + error.toString().replaceAll("\\s+", " ");
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private static Optional<String> declared(JsonNode item) {
    return standards(item)
        .flatMap(
            standard ->
                Stream.concat(
                    Json.text(standard, "version").stream(),
                    Json.text(standard, "schema")
                        .map(SCHEMA::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .stream()))
        .map(version -> version.equals("1.0") ? "1.1" : version)
        .filter(VERSIONS::contains)
        .findFirst();
  }

  private static boolean isExtended(JsonNode item) {
    return standards(item)
        .flatMap(standard -> Json.text(standard, "schema").stream())
        .anyMatch(schema -> !SCHEMA.matcher(schema).find());
  }

  private static Stream<JsonNode> standards(JsonNode item) {
    return Stream.of(item.path("standard"), item.path("$standard")).filter(JsonNode::isObject);
  }

  /** The schema at this address; null for those that are not known here, which are not fetched. */
  private static String text(String address) {
    String name =
        address.equals(GEOJSON) ? "geojson.json" : address.substring(address.lastIndexOf('/') + 1);
    if (!address.equals(GEOJSON) && !address.startsWith(ADDRESS)) {
      return null;
    }
    try (InputStream in = NinjsSchemas.class.getResourceAsStream("ninjs/" + name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the class path can be read", e);
    }
  }
}
