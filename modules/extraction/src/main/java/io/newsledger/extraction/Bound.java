package io.newsledger.extraction;

/** How a figure limits the true value. */
public enum Bound {
  EXACT,
  /** Around, roughly, nearly. */
  ABOUT,
  /** Over, more than. */
  AT_LEAST,
  /** Under, less than. */
  AT_MOST
}
