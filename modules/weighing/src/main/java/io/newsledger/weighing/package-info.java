/**
 * The fold: live claims to careers, flows and series points. Pure functions of a set of claims, so
 * that the order of their arrival cannot matter; no Kafka Streams, no clock and no state in here.
 * Aggregation materializes what it gives, query uses it to answer as of a day in the past.
 */
package io.newsledger.weighing;
