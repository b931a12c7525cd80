package io.newsledger.app.command;

import io.newsledger.app.pipeline.Progress;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What commands are given from outside.
 *
 * @param progress hears what is under way
 * @param stop Ctrl-C and its like
 * @param in standard input
 * @param clock for what users see; no state depends on it
 * @param home where the samples are
 */
public record Context(Progress progress, StopSignal stop, InputStream in, Clock clock, Path home) {}
