/** Asking a running instance over HTTP. */
package io.newsledger.query.client;
