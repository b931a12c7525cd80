/** Asking a running ledger over HTTP and following its topics on Kafka. */
package io.newsledger.client;
