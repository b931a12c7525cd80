package io.newsledger.query.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as JSON, one a line. */
final class JsonLines implements TableWriter {
  private static final ObjectWriter WRITER =
      new ObjectMapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final OutputStream out;

  JsonLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    out.write(WRITER.writeValueAsBytes(row));
    out.write('\n');
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
