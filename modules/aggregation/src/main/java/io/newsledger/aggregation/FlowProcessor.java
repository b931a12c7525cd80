package io.newsledger.aggregation;

import io.newsledger.events.Flow;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.FlowFold;
import io.newsledger.weighing.Period;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the flow of each period that movements of an organisation touch. Most changes of movements
 * are one claim more, which counts nobody else: they cost nothing here.
 */
final class FlowProcessor extends ContextualProcessor<String, MovementChange, String, Flow> {
  private Rows<OrganisationMovement> movements;
  private Rows<Flow> flows;

  private FlowProcessor() {}

  static ProcessorSupplier<String, MovementChange, String, Flow> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(FlowProcessor::new, Set.of(Rows.builder(Stores.FLOWS, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, Flow> context) {
    super.init(context);
    movements = Rows.of(context, Stores.MOVEMENTS);
    flows = Rows.of(context, Stores.FLOWS);
  }

  @Override
  public void process(Record<String, MovementChange> message) {
    MovementChange change = message.value();
    if (FlowFold.countAlike(change.before(), change.after())) {
      return;
    }
    String organisation = message.key();
    for (Period period : Period.of(change.any().getMovement().getDate())) {
      List<OrganisationMovement> within =
          movements.range(
              RowKey.first(organisation, period.firstDate()),
              RowKey.last(organisation, period.lastDate()));
      Flow flow = FlowFold.fold(organisation, period, within).orElse(null);
      if (flows.change(RowKey.of(organisation, period.name()), flow)) {
        context().forward(message.withKey(organisation + "|" + period.name()).withValue(flow));
      }
    }
  }
}
