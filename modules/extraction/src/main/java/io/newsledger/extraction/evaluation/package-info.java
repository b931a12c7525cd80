/**
 * Compares what was read with what a careful reader found: precision, recall and every error. The
 * rules are those of the gold's annotation guide; names are compared folded, so that spelling,
 * accents and order do not decide.
 */
package io.newsledger.extraction.evaluation;
