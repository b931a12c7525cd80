/** Text to sentences, tokens and part-of-speech tags, each with its offsets in the article. */
package io.newsledger.extraction.text;
