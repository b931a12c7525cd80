/** The catalogue of topics: names, keys, record types, settings; and their creation. */
package io.newsledger.events.topic;
