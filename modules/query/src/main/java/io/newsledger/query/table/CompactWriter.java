package io.newsledger.query.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes structures in Thrift's compact protocol, in which Parquet describes itself. */
final class CompactWriter {
  static final int I32 = 5;
  static final int BINARY = 8;
  static final int STRUCT = 12;

  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I64 = 6;
  private static final int LIST = 9;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  byte[] bytes() {
    return out.toByteArray();
  }

  CompactWriter i32(int field, int value) {
    head(field, I32);
    varint(zigzag(value));
    return this;
  }

  CompactWriter i64(int field, long value) {
    head(field, I64);
    varint(zigzag(value));
    return this;
  }

  CompactWriter flag(int field, boolean value) {
    head(field, value ? TRUE : FALSE);
    return this;
  }

  CompactWriter text(int field, String value) {
    head(field, BINARY);
    return text(value);
  }

  /** Begins a structure in a field; to be ended. */
  CompactWriter begin(int field) {
    head(field, STRUCT);
    return begin();
  }

  /** Begins a structure in a list, or the outermost one; to be ended. */
  CompactWriter begin() {
    outer.push(last);
    last = 0;
    return this;
  }

  CompactWriter end() {
    out.write(0);
    last = outer.pop();
    return this;
  }

  /** Begins a list in a field, of which so many elements follow. */
  CompactWriter list(int field, int type, int size) {
    head(field, LIST);
    if (size < SHORT_LIST) {
      out.write((size << 4) | type);
    } else {
      out.write((SHORT_LIST << 4) | type);
      varint(size);
    }
    return this;
  }

  /** An element of a list. */
  CompactWriter i32(int value) {
    varint(zigzag(value));
    return this;
  }

  /** An element of a list. */
  CompactWriter text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private void head(int field, int type) {
    int step = field - last;
    if (step > 0 && step <= 15) {
      out.write((step << 4) | type);
    } else {
      out.write(type);
      varint(zigzag(field));
    }
    last = field;
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
