package io.newsledger.events.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.events.Bound;
import io.newsledger.events.KnownInterval;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  @Test
  void keysAreSortedAtEveryDepth() throws Exception {
    var a = new ObjectMapper().readTree("{\"b\":[{\"d\":1,\"c\":2.5}],\"a\":\"\\u5343\"}");
    var b = new ObjectMapper().readTree("{\"a\":\"千\",\"b\":[{\"c\":2.5,\"d\":1}]}");
    assertEquals(CanonicalJson.write(a), CanonicalJson.write(b));
    assertEquals(
        """
        {
          "a" : "千",
          "b" : [
            {
              "c" : 2.5,
              "d" : 1
            }
          ]
        }
        """,
        CanonicalJson.write(a));
  }

  @Test
  void eventsShowTimesAsIsoAndAbsentValuesAsNull() {
    KnownInterval interval = new KnownInterval(Instant.parse("2026-03-05T00:00:00Z"), null);
    assertEquals(
        "{\"from\":\"2026-03-05T00:00:00Z\",\"until\":null}", EventJson.of(interval).toString());
    assertEquals("EXACT", Bound.EXACT.name());
  }
}
