package io.newsledger.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Faults faults = new Faults();
  private final List<Integer> halts = new ArrayList<>();

  @BeforeEach
  void notReally() {
    Exit.setHaltProcedure(
        (status, message) -> {
          halts.add(status);
          throw new IllegalStateException("halted");
        });
  }

  @AfterEach
  void reallyAgain() {
    Exit.resetHaltProcedure();
  }

  @Test
  void aFaultBeforeServingIsToldAndEndsTheWait() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    Bounded start = Bounded.begin("start", never::join);
    faults.build("metadata", true, () -> {}).handleFault("cannot read", null);
    BrokerException told =
        assertThrows(
            BrokerException.class, () -> start.await(Duration.ofSeconds(60), faults.first()));
    assertEquals("the broker could not start: metadata: cannot read", told.getMessage());
    assertEquals(List.of(), halts);
    never.complete(null);
  }

  @Test
  void aFaultWhileServingEndsTheProcess() {
    faults.serving(true);
    var handler = faults.build("metadata", true, () -> {});
    assertThrows(IllegalStateException.class, () -> handler.handleFault("disk gone", null));
    assertEquals(List.of(1), halts);
    assertTrue(faults.first().isCompletedExceptionally());
  }

  @Test
  void aFaultThatCanBeBorneIsOnlyCounted() {
    faults.serving(true);
    List<String> counted = new ArrayList<>();
    faults
        .build("metadata", false, () -> counted.add("one"))
        .handleFault("a metric", new IllegalStateException("odd"));
    assertEquals(List.of("one"), counted);
    assertEquals(List.of(), halts);
    assertFalse(faults.first().isDone());
  }
}
