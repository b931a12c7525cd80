/** The newsledger command: composes the broker, the stages and the query side in one process. */
package io.newsledger.app;
