// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RulePublisherTest {
  private static String key(String text) {
    return new String(RulePublisher.key("flap", 3, text.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void anotherTextOfTheSameVersionDoesNotReplaceTheFirstOnTheTopic() {
    assertTrue(key("one").startsWith("flap/3/"));
    assertEquals(key("one"), key("one"));
    assertNotEquals(key("one"), key("other"));
  }
}
