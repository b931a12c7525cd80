package io.newsledger.app.pipeline;

import io.newsledger.events.registry.RegistryException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * A record that cannot be decoded goes to the dead letters, and work goes on. A schema registry
 * that cannot be asked is no fault of the record: it ends the instance.
 */
public final class ReadingFailures implements DeserializationExceptionHandler {
  private final LogAndContinueExceptionHandler letters = new LogAndContinueExceptionHandler();

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    return RegistryException.isCauseOf(exception)
        ? Response.fail()
        : letters.handleError(context, record, exception);
  }

  @Override
  public void configure(Map<String, ?> settings) {
    letters.configure(settings);
  }
}
