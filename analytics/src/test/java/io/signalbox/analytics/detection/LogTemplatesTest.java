// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTemplatesTest {
  private final LogTemplates templates = new LogTemplates();

  @Test
  void wordsThatDifferBecomeWildcards() {
    LogTemplate first = templates.take(17, "user ann not found in shard <*>", 1);
    LogTemplate second = templates.take(17, "user bob not found in shard <*>", 2);
    assertSame(first, second);
    assertEquals("user <*> not found in shard <*>", first.text());
    assertEquals(2, first.lastMs());
  }

  @Test
  void recordsThatShareTooLittleStayApart() {
    templates.take(17, "connection to redis refused", 1);
    templates.take(17, "connection pool is exhausted", 1);
    templates.take(17, "connection refused", 1);
    templates.take(13, "connection refused", 1);
    templates.take(17, "lost connection to redis", 1);
    assertEquals(5, templates.all().size());
  }

  @Test
  void theMostAlikeIsTaken() {
    LogTemplate read = templates.take(17, "error while reading block from disk one", 1);
    LogTemplate write = templates.take(17, "error on write of tail to tape", 1);
    assertNotSame(read, write);
    assertSame(write, templates.take(17, "error on write of head to tape", 2));
    assertSame(read, templates.take(17, "error while reading page from disk two", 2));
  }

  @Test
  void theOneNotSeenForLongestMakesRoom() {
    for (int i = 0; i < LogTemplates.MOST; i++) {
      templates.take(17, word(i) + " failed", 1000L * i);
    }
    templates.take(17, word(0) + " failed", 500_000);
    templates.take(17, "something new", 600_000);
    List<String> texts = templates.all().stream().map(LogTemplate::text).toList();
    assertEquals(LogTemplates.MOST, texts.size());
    assertTrue(texts.contains(word(0) + " failed") && texts.contains("something new"));
    assertTrue(!texts.contains(word(1) + " failed"));
  }

  @Test
  void anEmptyTextIsATemplateToo() {
    assertEquals("<*>", templates.take(17, "", 1).text());
    assertSame(templates.take(17, "", 1), templates.take(17, " ", 2));
  }

  private static String word(int i) {
    return "w" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
  }
}
