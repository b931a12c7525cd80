package io.newsledger.interop;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.MessageFormatter;

/** Has Kafka's console consumer print bytes that are no text. */
public final class Base64Lines implements MessageFormatter {
  @Override
  public void writeTo(ConsumerRecord<byte[], byte[]> record, PrintStream output) {
    output.println(
        new String(record.key(), StandardCharsets.UTF_8)
            + "\t"
            + (record.value() == null
                ? "null"
                : Base64.getEncoder().encodeToString(record.value())));
  }
}
