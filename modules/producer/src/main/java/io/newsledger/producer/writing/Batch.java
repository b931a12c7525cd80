package io.newsledger.producer.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that go into one transaction, collected before it begins, so that it is short. */
final class Batch {
  private final List<Item> items = new ArrayList<>();

  /** Records of one thing offered, encoded when they are sent. */
  interface Item {
    Stream<ProducerRecord<String, byte[]>> records();
  }

  void add(Item item) {
    items.add(item);
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  int count() {
    return items.size();
  }

  Stream<ProducerRecord<String, byte[]>> records() {
    return items.stream().flatMap(Item::records);
  }
}
