/**
 * Expressions of time: found in sentences, resolved against the day of publication. The grammar
 * stands in {@code expressions.tsv}, the words in {@code vocabulary.tsv} and {@code holidays.tsv}.
 */
package io.newsledger.extraction.time;
