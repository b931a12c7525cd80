/**
 * The topology that reads articles: what the extractor finds in all revisions of an article, in the
 * order of their own times, is folded to claims with the intervals in which they were known, and
 * what differs from the claims before is sent. Correction, withdrawal and a better extractor are
 * this one mechanism; the order of arrival cannot matter.
 */
package io.newsledger.enrichment;
