package io.newsledger.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderedWorkTest {
  @Test
  void resultsKeepTheOrderThoughTheFirstItemEndsLast() throws Exception {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    List<Integer> results = new ArrayList<>();
    new OrderedWork(2)
        .run(
            List.of(1, 2, 3).iterator(),
            item -> {
              if (item == 1) {
                await(secondIsDone);
              } else {
                secondIsDone.countDown();
              }
              return item * 10;
            },
            results::add);
    assertEquals(List.of(10, 20, 30), results);
  }

  @Test
  void itemsAreTakenAsResultsLeave() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger given = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    new OrderedWork(3)
        .run(
            IntStream.range(0, 500).peek(item -> taken.incrementAndGet()).iterator(),
            item -> item,
            result -> most.accumulateAndGet(taken.get() - given.getAndIncrement(), Math::max));
    assertEquals(500, given.get());
    // The iterator itself may hold one item more.
    assertTrue(most.get() <= 7, "under way: " + most);
  }

  @Test
  void anErrorIsThrownOn() {
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () ->
                new OrderedWork(2)
                    .run(
                        List.of("a").iterator(),
                        item -> {
                          throw new IllegalStateException("broken " + item);
                        },
                        result -> {}));
    assertEquals("broken a", error.getMessage());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
