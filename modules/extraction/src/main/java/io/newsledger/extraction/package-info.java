/**
 * Reads one article and says what it claims: movements of people and market figures. A pure
 * function of text, reference data and version; no Kafka, no clock, no locale in here.
 */
package io.newsledger.extraction;
