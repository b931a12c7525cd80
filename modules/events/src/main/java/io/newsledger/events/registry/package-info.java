/** A schema registry, spoken to by the interface that Confluent made and others speak as well. */
package io.newsledger.events.registry;
