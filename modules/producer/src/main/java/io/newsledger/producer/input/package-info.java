/** What is offered: files, folders, patterns and standard input, read once with bounds. */
package io.newsledger.producer.input;
