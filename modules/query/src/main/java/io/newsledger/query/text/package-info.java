/** Answers as plain text for a terminal. */
package io.newsledger.query.text;
