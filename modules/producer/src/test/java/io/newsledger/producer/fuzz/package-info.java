/**
 * Fuzz targets: one for each parser that is ours. Each takes any bytes and fails on what a parser
 * must not do, which is to throw, to hang or to promise what does not hold.
 */
package io.newsledger.producer.fuzz;
