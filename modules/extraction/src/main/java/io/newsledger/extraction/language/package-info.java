/** Which language a text is in. English is read; another one is recognised and left alone. */
package io.newsledger.extraction.language;
