/** Event types as JSON, in one canonical form. */
package io.newsledger.events.json;
