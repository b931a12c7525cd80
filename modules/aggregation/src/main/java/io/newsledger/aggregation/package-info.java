/**
 * The topology that keeps the ledger: claims to state stores and output topics. What it stores of a
 * subject is always the fold, by weighing, over the set of its live claims; claims themselves are
 * rows and never erased while the extractor reads them in any revision.
 */
package io.newsledger.aggregation;
