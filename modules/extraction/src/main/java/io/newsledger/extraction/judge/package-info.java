/**
 * Learns from gold whether a candidate that the rules propose counts: features of a candidate,
 * logistic regression over them, and its cross-validation by article. Deterministic to the bit.
 */
package io.newsledger.extraction.judge;
