/**
 * The contract: event types generated from {@code schemas/}, their encodings, their topics and
 * keys. Knows Avro and the Kafka clients, nothing of any stage.
 */
package io.newsledger.events;
