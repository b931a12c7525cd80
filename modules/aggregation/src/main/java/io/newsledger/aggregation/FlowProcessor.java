package io.newsledger.aggregation;

import io.newsledger.events.Flow;
import io.newsledger.events.FlowPerson;
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
 * Keeps the flow of each period that movements of an organisation touch, and what each person does
 * in them: a movement that changes counts one person anew, however many others there are. Most
 * changes of movements are one claim more, which counts nobody else: they cost nothing here.
 */
final class FlowProcessor extends ContextualProcessor<String, MovementChange, String, Flow> {
  private Rows<FlowPerson> people;
  private Rows<Flow> flows;

  private FlowProcessor() {}

  static ProcessorSupplier<String, MovementChange, String, Flow> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(
        FlowProcessor::new,
        Set.of(Rows.builder(Stores.FLOWS, serdes), Rows.builder(Stores.FLOW_PEOPLE, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, Flow> context) {
    super.init(context);
    people = Rows.of(context, Stores.FLOW_PEOPLE);
    flows = Rows.of(context, Stores.FLOWS);
  }

  @Override
  public void process(Record<String, MovementChange> message) {
    MovementChange change = message.value();
    if (FlowFold.countAlike(change.before(), change.after())) {
      return;
    }
    String organisation = message.key();
    OrganisationMovement end = change.any();
    List<Period> periods = Period.of(end.getMovement().getDate());
    String longest = periods.get(periods.size() - 1).name();
    String row = RowKey.of(organisation, longest, end.getPerson());
    FlowPerson before = people.get(row);
    FlowPerson after = FlowFold.with(before, change.before(), change.after()).orElse(null);
    people.change(row, before, after);
    String[] all = {organisation, longest};
    for (Period period : periods) {
      String place = RowKey.of(organisation, period.name());
      Flow told = flows.get(place);
      Flow flow =
          FlowFold.moved(
                  organisation,
                  period,
                  told,
                  before,
                  after,
                  () -> people.range(RowKey.first(all), RowKey.last(all)))
              .orElse(null);
      if (flows.change(place, told, flow)) {
        context().forward(message.withKey(organisation + "|" + period.name()).withValue(flow));
      }
    }
  }
}
