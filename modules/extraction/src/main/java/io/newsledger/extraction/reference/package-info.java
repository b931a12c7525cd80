/**
 * Organisations, their products and laboratories, by every name they go by. Loaded from data files.
 */
package io.newsledger.extraction.reference;
