package io.newsledger.extraction.figure;

/** Kinds of words that decide how a number is read; {@code cues.tsv} says which words. */
enum Cue {
  LINK,
  GROWTH,
  GROWTH_BEHIND,
  NET,
  FORECAST,
  FORECAST_BEHIND,
  RUMOUR,
  DENIAL,
  SAY,
  ASIDE,
  CLASS,
  SAME_ANY,
  SAME_COMPANY,
  SAME_PRODUCT,
  ROUND,
  ANALYSTS,
  INVESTED,
  CALLED,
  TOGETHER,
  EACH,
  RESPECTIVELY,
  EARLIER,
  OWNS,
  USES,
  PEAK,
  SERVES,
  HARM,
  HELD,
  SAME_NUMBER
}
