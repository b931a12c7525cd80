/** Numbers as news writes them: digits and words, scales, currencies, bounds, ranges, fractions. */
package io.newsledger.extraction.number;
