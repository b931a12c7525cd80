/** Changes as they happen: the output topics, followed for many subscribers at once. */
package io.newsledger.query.stream;
