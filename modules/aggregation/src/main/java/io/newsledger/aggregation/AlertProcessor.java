package io.newsledger.aggregation;

import io.newsledger.events.Exodus;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.ExodusFold;
import io.newsledger.weighing.ExodusKey;
import io.newsledger.weighing.ExodusRule;
import io.newsledger.weighing.ExodusRules;
import io.newsledger.weighing.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the alerts of each organisation. A departure that came, changed or was taken back, as its
 * row tells already, makes those of its stretch of time anew; what no longer holds is withdrawn.
 */
final class AlertProcessor extends ContextualProcessor<String, MovementChange, String, Exodus> {
  private final ExodusRules rules;
  private Rows<OrganisationMovement> movements;
  private Rows<Exodus> alerts;

  private AlertProcessor(ExodusRules rules) {
    this.rules = rules;
  }

  static ProcessorSupplier<String, MovementChange, String, Exodus> supplier(
      EventSerdes serdes, ExodusRules rules) {
    return new StoringSupplier<>(
        () -> new AlertProcessor(rules), Set.of(Rows.builder(Stores.ALERTS, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, Exodus> context) {
    super.init(context);
    movements = Rows.of(context, Stores.MOVEMENTS);
    alerts = Rows.of(context, Stores.ALERTS);
  }

  @Override
  public void process(Record<String, MovementChange> message) {
    ExodusFold.touched(message.value().any()).ifPresent(date -> fold(message, date));
  }

  private void fold(Record<String, MovementChange> message, PartialDate date) {
    String organisation = message.key();
    ExodusRule rule = rules.of(organisation);
    Stretch stretch =
        Stretch.around(date, rule.days(), (first, last) -> movements(organisation, first, last));
    TreeMap<ExodusKey, Exodus> changed = new TreeMap<>();
    for (Exodus told : alerts(organisation, stretch)) {
      changed.put(ExodusKey.of(told), null);
    }
    for (Exodus alert : ExodusFold.fold(organisation, rule, stretch.departures())) {
      changed.put(ExodusKey.of(alert), alert);
    }
    for (Map.Entry<ExodusKey, Exodus> alert : changed.entrySet()) {
      ExodusKey key = alert.getKey();
      if (alerts.change(RowKey.of(organisation, key.start(), key.unit()), alert.getValue())) {
        context().forward(message.withKey(key.message()).withValue(alert.getValue()));
      }
    }
  }

  /** Movements from a day to a day, and of the month that the first day is in. */
  private List<OrganisationMovement> movements(
      String organisation, LocalDate first, LocalDate last) {
    return movements.range(
        RowKey.first(organisation, month(first)), RowKey.last(organisation, last.toString()));
  }

  /** Alerts that begin in the stretch. */
  private List<Exodus> alerts(String organisation, Stretch stretch) {
    return alerts
        .range(
            RowKey.first(organisation, month(stretch.first())),
            RowKey.last(organisation, stretch.last().toString()))
        .stream()
        .filter(alert -> stretch.holds(LocalDate.parse(alert.getFrom())))
        .toList();
  }

  private static String month(LocalDate day) {
    return day.toString().substring(0, 7);
  }
}
