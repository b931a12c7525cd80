package io.newsledger.app.pipeline;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record that a processor stumbles over goes to the dead letters, and work goes on. A disk or a
 * broker that fails is no fault of the record: it ends the instance.
 */
public final class ProcessingFailures implements ProcessingExceptionHandler {
  private final LogAndContinueProcessingExceptionHandler letters =
      new LogAndContinueProcessingExceptionHandler();

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    boolean broken =
        exception instanceof KafkaException && !(exception instanceof SerializationException);
    return broken ? Response.fail() : letters.handleError(context, record, exception);
  }

  @Override
  public void configure(Map<String, ?> settings) {
    letters.configure(settings);
  }
}
