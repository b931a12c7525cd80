package io.newsledger.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Property
  void aTextIsANameOfATopicAndBack(@ForAll String text) {
    String whole = new String(text.getBytes(UTF_8), UTF_8);
    String name = Rules.encoded(whole);
    assertTrue(name.matches("[A-Za-z0-9_]*"), name);
    assertEquals(whole, Rules.decoded(name));
  }

  @Test
  void whatIsCutOffIsNoText() {
    assertThrows(IllegalArgumentException.class, () -> Rules.decoded("3_2"));
    assertThrows(IllegalArgumentException.class, () -> Rules.decoded("3_zz"));
  }
}
