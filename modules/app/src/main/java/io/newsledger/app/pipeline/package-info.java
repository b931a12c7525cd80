/** The whole flow in one process: broker, topics, producer, both topologies, query side. */
package io.newsledger.app.pipeline;
