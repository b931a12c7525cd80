package io.newsledger.app.pipeline;

import io.newsledger.events.registry.RegistryException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * A result that cannot be encoded sends the record it came of to the dead letters, and work goes
 * on. What a broker refuses ends the instance, and so does a schema registry that cannot be asked:
 * the transaction is lost with it.
 */
public final class ProductionFailures implements ProductionExceptionHandler {
  private final DefaultProductionExceptionHandler strict = new DefaultProductionExceptionHandler();

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    return strict.handleError(context, record, exception);
  }

  @SuppressWarnings("rawtypes") // As Kafka declares it.
  @Override
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception exception,
      SerializationExceptionOrigin origin) {
    if (RegistryException.isCauseOf(exception)) {
      return Response.fail();
    }
    List<ProducerRecord<byte[], byte[]>> letters =
        strict
            .handleSerializationError(context, record, exception, origin)
            .deadLetterQueueRecords();
    return Response.resume(letters);
  }

  @Override
  public void configure(Map<String, ?> settings) {
    strict.configure(settings);
  }
}
