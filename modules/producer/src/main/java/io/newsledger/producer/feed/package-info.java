/** Feeds and lists of feeds: RSS, Atom, JSON Feed, OPML. Pure; no network, no clock. */
package io.newsledger.producer.feed;
