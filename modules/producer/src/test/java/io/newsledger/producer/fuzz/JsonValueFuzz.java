package io.newsledger.producer.fuzz;

/** Reads JSON. */
public final class JsonValueFuzz {
  private JsonValueFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("value.json", bytes);
    Offered.check("values.jsonl", bytes);
  }
}
