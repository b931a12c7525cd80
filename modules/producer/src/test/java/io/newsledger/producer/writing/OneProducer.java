package io.newsledger.producer.writing;

import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** A producer that a test holds in its hands, and what is known. */
record OneProducer(Producer<String, byte[]> producer, Supplier<KnownRevisions> index)
    implements LogWriter.Source {
  @Override
  public KnownRevisions known() {
    return index.get();
  }
}
