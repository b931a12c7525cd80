/** Tells by offsets when stages have folded all that stands on their topics. */
package io.newsledger.app.drain;
