package io.newsledger.aggregation;

import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the movements of each organisation as rows by date, and passes on those that changed
 * anything.
 */
final class MovementRows
    extends ContextualProcessor<String, OrganisationMovement, String, MovementChange> {
  private Rows<OrganisationMovement> movements;

  private MovementRows() {}

  static ProcessorSupplier<String, OrganisationMovement, String, MovementChange> supplier(
      EventSerdes serdes) {
    return new StoringSupplier<>(MovementRows::new, Set.of(Rows.builder(Stores.MOVEMENTS, serdes)));
  }

  /** The key of a movement's row. */
  static String row(OrganisationMovement end) {
    return RowKey.of(
        end.getOrganisation(),
        end.getMovement().getDate(),
        end.getPerson(),
        end.getMovement().getId(),
        end.getEnd().name());
  }

  @Override
  public void init(ProcessorContext<String, MovementChange> context) {
    super.init(context);
    movements = Rows.of(context, Stores.MOVEMENTS);
  }

  @Override
  public void process(Record<String, OrganisationMovement> message) {
    OrganisationMovement end = message.value();
    OrganisationMovement before = movements.get(row(end));
    OrganisationMovement after = end.getRemoved() ? null : end;
    if (movements.change(row(end), after)) {
      context().forward(message.withValue(new MovementChange(before, after)));
    }
  }
}
