/**
 * What the parts of the ledger do in a second, as a share of what something else does in the same
 * run: machines drift, ratios hold. Nothing else depends on this.
 */
package io.newsledger.benchmarks;
