/**
 * Formats of documents and of files of many documents: which one a file is in, told by its content,
 * and how each is read.
 */
package io.newsledger.producer.format;
