/** What was refused, read back from {@code news.rejects}, and offered again. */
package io.newsledger.producer.rejects;
