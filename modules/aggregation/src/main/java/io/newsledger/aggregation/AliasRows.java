package io.newsledger.aggregation;

import io.newsledger.events.EntityAlias;
import io.newsledger.events.PersonLink;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.AliasKey;
import io.newsledger.weighing.NameLinks;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all aliases in one place, where chains and circles of them can be followed, and passes on
 * whom each name means now that meant somebody else before: null for the person of that name. A
 * change looks at the names that lead to the one it is about, and no others.
 */
final class AliasRows extends ContextualProcessor<String, EntityAlias, String, PersonLink> {
  private static final Logger LOG = LoggerFactory.getLogger(AliasRows.class);

  private Rows<EntityAlias> aliases;
  private Rows<EntityAlias> byPerson;

  private AliasRows() {}

  static ProcessorSupplier<String, EntityAlias, String, PersonLink> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(
        AliasRows::new,
        Set.of(
            Rows.builder(Stores.ALIASES, serdes), Rows.builder(Stores.ALIASES_BY_PERSON, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, PersonLink> context) {
    super.init(context);
    aliases = Rows.of(context, Stores.ALIASES);
    byPerson = Rows.of(context, Stores.ALIASES_BY_PERSON);
  }

  @Override
  public void process(Record<String, EntityAlias> message) {
    AliasKey key = AliasKey.parse(message.key()).orElse(null);
    EntityAlias alias = message.value();
    if (key == null || (alias != null && !key.equals(AliasKey.of(alias)))) {
      LOG.warn(
          "passed over an alias: its key '{}' is not name|person of what it links", message.key());
      return;
    }
    Map<String, String> before = people(key.name());
    if (aliases.change(RowKey.of(key.name(), key.person()), alias)) {
      byPerson.change(RowKey.of(key.person(), key.name()), alias);
      people(key.name()).forEach((name, person) -> tell(message, name, before, person));
    }
  }

  private void tell(
      Record<String, EntityAlias> message, String name, Map<String, String> before, String person) {
    if (!person.equals(before.get(name))) {
      PersonLink link = name.equals(person) ? null : new PersonLink(name, person);
      context().forward(message.withKey(name).withValue(link));
    }
  }

  /** Whom this name, and every name that leads to it, means. */
  private Map<String, String> people(String name) {
    TreeMap<String, String> people = new TreeMap<>();
    ArrayDeque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (people.putIfAbsent(next, NameLinks.person(next, this::linked)) == null) {
        for (String row : byPerson.keys(RowKey.first(next), RowKey.last(next))) {
          open.add(RowKey.parts(row).get(1));
        }
      }
    }
    return people;
  }

  private Set<String> linked(String name) {
    TreeSet<String> people = new TreeSet<>();
    for (String row : aliases.keys(RowKey.first(name), RowKey.last(name))) {
      people.add(RowKey.parts(row).get(1));
    }
    return people;
  }
}
