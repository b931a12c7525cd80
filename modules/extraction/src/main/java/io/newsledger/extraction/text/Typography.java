package io.newsledger.extraction.text;

/** Makes typographic signs plain, one character for one, so that offsets stay what they were. */
final class Typography {
  private Typography() {}

  /** The plain counterpart of a character, or the character itself. */
  static char plain(char c) {
    if (c < 0x80) {
      return c == '\t' || c == '\r' || c == '\f' ? ' ' : c;
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4', '\u02bc', '\uff07' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033', '\u00ab', '\u00bb', '\uff02' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uff0d' -> '-';
      case '\u00a0', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007' -> ' ';
      case '\u2008', '\u2009', '\u200a', '\u202f', '\u3000', '\u200b', '\u2060', '\ufeff' -> ' ';
      case '\u2026' -> '.';
      case '\uff0c', '\u3001' -> ',';
      case '\u3002', '\uff0e' -> '.';
      case '\uff08' -> '(';
      case '\uff09' -> ')';
      case '\uff1a' -> ':';
      case '\uff1b' -> ';';
      case '\uff05' -> '%';
      default -> c;
    };
  }

  /** Whether a character is a dash that stands between words, not inside one. */
  static boolean isDash(char original) {
    return original == '\u2014' || original == '\u2015';
  }

  /** Whether a character marks an item of a list. */
  static boolean isBullet(char c) {
    return c == '\u2022' || c == '\u25aa' || c == '\u25cf' || c == '\u00b7' || c == '\u25e6';
  }
}
