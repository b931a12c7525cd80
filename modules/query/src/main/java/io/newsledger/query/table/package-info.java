/** The views of the ledger as tables: CSV, JSON lines and Parquet. */
package io.newsledger.query.table;
