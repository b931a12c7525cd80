/** Articles and refusals to the broker, in transactions, each revision once. */
package io.newsledger.producer.writing;
