/** Looks whether brokers, topics and registry stand as the ledger needs them. */
package io.newsledger.app.doctor;
