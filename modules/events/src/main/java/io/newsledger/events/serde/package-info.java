/** Encodings of event types, behind one factory. */
package io.newsledger.events.serde;
