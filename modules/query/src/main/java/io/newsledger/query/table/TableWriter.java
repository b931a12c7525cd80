package io.newsledger.query.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Takes the rows of a table one after the other. */
public interface TableWriter {
  /** Writes one row. */
  void write(ObjectNode row) throws IOException;

  /** Writes what is still to come; the table is whole then. */
  void end() throws IOException;
}
