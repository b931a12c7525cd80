/**
 * Turns what the world has into articles on {@code news.articles}. Decides identity and revision,
 * nothing else; what cannot be read goes to {@code news.rejects} with its bytes.
 */
package io.newsledger.producer;
