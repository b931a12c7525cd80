/**
 * Market figures: shares, users, downloads, revenue, valuations. What they are called stands in
 * {@code metrics.tsv}, the words that decide how a number is read in {@code cues.tsv}.
 */
package io.newsledger.extraction.figure;
