package io.newsledger.extraction;

/** How certain a claim is, by its source's own words. */
public enum Modality {
  /** Said to have happened. */
  REPORTED,
  /** Said as going to happen; for figures a target or forecast. */
  ANNOUNCED,
  /** Doubted by the source itself. */
  RUMOURED,
  /** Said not to be so. */
  DENIED
}
