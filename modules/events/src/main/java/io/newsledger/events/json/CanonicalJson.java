package io.newsledger.events.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON with one form for one content: keys sorted, two spaces of indent, LF, one line end at the
 * end.
 */
public final class CanonicalJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private CanonicalJson() {}

  /** The canonical text of a tree. */
  public static String write(JsonNode tree) {
    return new String(bytes(tree), StandardCharsets.UTF_8);
  }

  /** The canonical text of a tree in UTF-8. */
  public static byte[] bytes(JsonNode tree) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
      try (JsonGenerator out = MAPPER.getFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
        out.setPrettyPrinter(printer());
        write(tree, out);
      }
      bytes.append('\n');
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a tree that is already JSON cannot be written", e);
    }
  }

  private static PrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(INDENT);
    printer.indentObjectsWith(INDENT);
    return printer;
  }

  private static void write(JsonNode node, JsonGenerator out) throws IOException {
    if (node instanceof ObjectNode object) {
      out.writeStartObject();
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      fields.sort(Map.Entry.comparingByKey());
      for (Map.Entry<String, JsonNode> field : fields) {
        out.writeFieldName(field.getKey());
        write(field.getValue(), out);
      }
      out.writeEndObject();
    } else if (node instanceof ArrayNode array) {
      out.writeStartArray();
      for (JsonNode item : array) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (node instanceof TextNode text) {
      out.writeString(text.textValue());
    } else if (node instanceof IntNode || node instanceof LongNode) {
      out.writeNumber(node.longValue());
    } else if (node instanceof DoubleNode) {
      out.writeNumber(node.doubleValue());
    } else if (node instanceof BooleanNode) {
      out.writeBoolean(node.booleanValue());
    } else if (node instanceof NullNode) {
      out.writeNull();
    } else {
      MAPPER.writeTree(out, node);
    }
  }
}
