/**
 * Web pages to documents: main text, title, dates, language, source, address. Pure; no network, no
 * clock.
 */
package io.newsledger.producer.page;
