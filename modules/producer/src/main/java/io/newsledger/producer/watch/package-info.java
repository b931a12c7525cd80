/** Watching feeds: polite, bounded and guarded fetching. Clock, client and resolver come in. */
package io.newsledger.producer.watch;
