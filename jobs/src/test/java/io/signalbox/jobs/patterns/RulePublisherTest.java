// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.patterns.reading.RuleDocument;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulePublisherTest {
  private static final RuleDocument RULE =
      new RuleDocument("flap", 3, Instant.parse("2026-03-01T12:00:00Z"), Optional.empty());

  private static String key(String text) {
    return new String(RulePublisher.key(RULE, text.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void anotherTextOfTheSameVersionDoesNotReplaceTheFirstOnTheTopic() {
    assertTrue(key("one").startsWith("flap/3/"));
    assertEquals(key("one"), key("one"));
    assertNotEquals(key("one"), key("other"));
  }
}
