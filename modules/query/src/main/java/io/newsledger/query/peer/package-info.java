/** Rows of state that instances of one ledger ask each other for. */
package io.newsledger.query.peer;
