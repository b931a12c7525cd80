/** Tables of figures, each line of which is a claim. */
package io.newsledger.extraction.table;
