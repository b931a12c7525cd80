package io.newsledger.app.drain;

/**
 * What a stage still has to read.
 *
 * @param application the stage
 * @param offsets how many offsets lie before it, those of transaction markers included
 */
public record Backlog(String application, long offsets) {}
