/**
 * Bytes to articles: encoding, front matter, dates, identity. Pure; no disk, no broker, no clock.
 */
package io.newsledger.producer.reading;
