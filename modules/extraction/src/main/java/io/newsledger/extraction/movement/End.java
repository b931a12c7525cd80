package io.newsledger.extraction.movement;

/** Which end of a movement an argument fills. */
enum End {
  FROM,
  TO,
  WITHIN
}
