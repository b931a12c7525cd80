/** Telling alerts and shifts to addresses on the web, signed as Standard Webhooks says. */
package io.newsledger.query.webhook;
