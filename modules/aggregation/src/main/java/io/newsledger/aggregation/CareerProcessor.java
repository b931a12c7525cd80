package io.newsledger.aggregation;

import io.newsledger.events.Career;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.CareerFold;
import io.newsledger.weighing.Horizon;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the claims of each person as rows, and the career that the live ones fold to. */
final class CareerProcessor extends ContextualProcessor<String, TalentClaim, String, CareerChange> {
  private Rows<TalentClaim> claims;
  private Rows<Career> careers;

  private CareerProcessor() {}

  static ProcessorSupplier<String, TalentClaim, String, CareerChange> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(
        CareerProcessor::new,
        Set.of(
            Rows.builder(Stores.CLAIMS_BY_PERSON, serdes), Rows.builder(Stores.CAREERS, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, CareerChange> context) {
    super.init(context);
    claims = Rows.of(context, Stores.CLAIMS_BY_PERSON);
    careers = Rows.of(context, Stores.CAREERS);
  }

  @Override
  public void process(Record<String, TalentClaim> message) {
    String person = message.key();
    TalentClaim claim = message.value();
    String row = RowKey.of(person, claim.getId());
    if (!claims.change(row, claim.getKnown().isEmpty() ? null : claim)) {
      return;
    }
    List<TalentClaim> live =
        claims.range(RowKey.first(person), RowKey.last(person)).stream()
            .filter(one -> Horizon.latest().stands(one.getKnown()))
            .toList();
    Career before = careers.get(person);
    Career after = CareerFold.fold(person, live).orElse(null);
    if (careers.change(person, before, after)) {
      context().forward(message.withValue(new CareerChange(before, after)));
    }
  }
}
