package io.newsledger.aggregation;

import io.newsledger.events.PersonLink;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The table join of claims with links, both by the key of the printed name: gives each claim to its
 * person. It has two sides, which share their tables; whichever changes, what comes out is told to
 * the person it was with, as a claim to be forgotten, and to the one it is with.
 */
final class NameJoin {
  private final Set<StoreBuilder<?>> tables;

  NameJoin(EventSerdes serdes) {
    tables =
        Set.of(Rows.builder(Stores.CLAIMS_BY_NAME, serdes), Rows.builder(Stores.LINKS, serdes));
  }

  /** Takes claims, by name; gives claims, by person. */
  ProcessorSupplier<String, TalentClaim, String, TalentClaim> claims() {
    return new StoringSupplier<>(ClaimSide::new, tables);
  }

  /** Takes links, by name, null for none; gives claims, by person. */
  ProcessorSupplier<String, PersonLink, String, TalentClaim> links() {
    return new StoringSupplier<>(LinkSide::new, tables);
  }

  private static String person(String name, PersonLink link) {
    return link == null ? name : link.getPerson();
  }

  /** A claim with which a subject has nothing to do any more. */
  private static TalentClaim gone(TalentClaim claim) {
    return TalentClaim.newBuilder(claim).setKnown(List.of()).build();
  }

  /** What both sides have: the tables. */
  private abstract static class Side<V>
      extends ContextualProcessor<String, V, String, TalentClaim> {
    Rows<TalentClaim> claims;
    Rows<PersonLink> links;

    @Override
    public final void init(ProcessorContext<String, TalentClaim> context) {
      super.init(context);
      claims = Rows.of(context, Stores.CLAIMS_BY_NAME);
      links = Rows.of(context, Stores.LINKS);
    }
  }

  private static final class ClaimSide extends Side<TalentClaim> {
    @Override
    public void process(Record<String, TalentClaim> message) {
      String name = message.key();
      TalentClaim claim = message.value();
      boolean forgotten = claim.getKnown().isEmpty();
      if (claims.change(RowKey.of(name, claim.getId()), forgotten ? null : claim)) {
        context().forward(message.withKey(person(name, links.get(name))));
      }
    }
  }

  private static final class LinkSide extends Side<PersonLink> {
    @Override
    public void process(Record<String, PersonLink> message) {
      String name = message.key();
      String before = person(name, links.get(name));
      if (links.change(name, message.value())) {
        String after = person(name, message.value());
        for (TalentClaim claim : claims.range(RowKey.first(name), RowKey.last(name))) {
          context().forward(message.withKey(before).withValue(gone(claim)));
          context().forward(message.withKey(after).withValue(claim));
        }
      }
    }
  }
}
