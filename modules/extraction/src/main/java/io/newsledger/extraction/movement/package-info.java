/**
 * Movements of people: who leaves, joins or takes a post where. Declared frames of verbs and nouns
 * find candidates; stages bind their arguments, judge certainty and date, and merge what one
 * article says about one step.
 */
package io.newsledger.extraction.movement;
