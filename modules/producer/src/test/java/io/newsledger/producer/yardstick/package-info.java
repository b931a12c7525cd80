/**
 * Programs that measure the readers on what others wrote. Each takes the path of a checkout, prints
 * how much agrees, and is no part of the build.
 */
package io.newsledger.producer.yardstick;
