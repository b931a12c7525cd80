/**
 * Persons in text: found by the shape of names and what stands around them, never by a list of
 * people.
 */
package io.newsledger.extraction.people;
