/**
 * A Kafka broker inside this process, for one machine: KRaft, broker and controller in one, real
 * sockets on loopback, its data in a folder that is kept.
 */
package io.newsledger.broker;
