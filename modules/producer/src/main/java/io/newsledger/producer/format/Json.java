package io.newsledger.producer.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** JSON with bounds: no deep nesting, no endless numbers, nothing behind the value. */
public final class Json {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_STRING = 16 * 1024 * 1024;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private Json() {}

  /**
   * Parses one value, in UTF-8, UTF-16 or UTF-32.
   *
   * @throws JsonProcessingException if it is none; the message says where and why
   */
  public static JsonNode parse(byte[] bytes) throws JsonProcessingException {
    int start = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
    try {
      return READER.readTree(bytes, start, bytes.length - start);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new BadEncoding(e);
    }
  }

  /** Where and why a text is no JSON, on one line. */
  public static String why(JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
    return "is no JSON: " + line + e.getOriginalMessage();
  }

  /** The text of a field, if it has one. */
  public static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber()
        ? Optional.of(value.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** The text of the first of these fields that has one. */
  public static Optional<String> first(JsonNode node, String... fields) {
    for (String field : fields) {
      Optional<String> text = text(node, field);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static final class BadEncoding extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    BadEncoding(IOException e) {
      super("its bytes are not in the encoding that they begin in: " + e.getMessage());
    }
  }
}
