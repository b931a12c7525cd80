package io.newsledger.query.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class PositionsTest {
  @Test
  void anIdSaysWhatWasSeenOfEachPartition() {
    Positions seen = new Positions();
    seen.put(new TopicPartition("talent.flows", 2), 7);
    seen.put(new TopicPartition("talent.flows", 0), 0);
    seen.put(new TopicPartition("market.series", 1), 123456789012L);
    assertEquals("5!market.series:-,123456789012;talent.flows:0,-,7", seen.id(5));
    Positions read = Positions.parse(seen.id(5)).orElseThrow();
    assertEquals(seen.id(9), read.id(9));
    assertEquals(Optional.of(7L), read.get(new TopicPartition("talent.flows", 2)));
    assertEquals(Optional.empty(), read.get(new TopicPartition("talent.flows", 1)));
    assertEquals(Optional.empty(), read.get(new TopicPartition("talent.careers", 0)));
  }

  @Test
  void whatWasNeverGivenOutIsNoId() {
    for (String text :
        new String[] {
          "",
          "5",
          "x!a:1",
          "5!a:1;;b:2",
          "5!a:--1",
          "5!a:1-2",
          "5!a:" + "9".repeat(40),
          "5!" + "a:1;".repeat(9_000)
        }) {
      assertTrue(Positions.parse(text).isEmpty(), text);
    }
    assertTrue(Positions.parse("5!").isPresent());
  }
}
