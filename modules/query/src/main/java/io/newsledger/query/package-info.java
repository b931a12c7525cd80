/** Questions to the ledger, answered from its state stores; nothing in here writes. */
package io.newsledger.query;
