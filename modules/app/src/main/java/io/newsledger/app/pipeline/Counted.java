package io.newsledger.app.pipeline;

import io.newsledger.producer.writing.IngestReport;

/**
 * What became of all that one source offered.
 *
 * @param source its name
 * @param report what became of it
 * @param passedOver parts that are no documents and were not offered, as pictures in an archive
 */
public record Counted(String source, IngestReport report, long passedOver) {}
