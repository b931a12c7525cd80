/**
 * Small declared patterns over words, signs and numbers: what the readers of dates and figures are
 * written in. The patterns themselves stand in resources.
 */
package io.newsledger.extraction.phrase;
