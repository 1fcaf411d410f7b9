// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelWatchTest {
  private static final long T0 = 1_700_000_000_000L;

  private final ModelWatch watch = new ModelWatch("prod", "bot");
  private final List<Change> told = new ArrayList<>();
  private long nowMs = T0;

  /** Answers of a model in each second until one, from the begin of the test. */
  private void answers(int untilS, String model) {
    while (nowMs < T0 + untilS * 1_000L) {
      tick(new TreeMap<>(Map.of(model, 2L)), List.of());
    }
  }

  private void announced(int atS) {
    tick(new TreeMap<>(), List.of(T0 + atS * 1_000L));
  }

  private void tick(SortedMap<String, Long> answers, List<Long> announced) {
    watch.advance(nowMs, told::add);
    watch.fold(nowMs, answers, announced);
    nowMs += 1_000;
  }

  @Test
  void aModelThatNobodyAnnouncedIsAChangeHalfAMinuteLater() {
    answers(100, "gpt-4o");
    answers(130, "gpt-4o-mini");
    assertEquals(List.of(), told);
    answers(131, "gpt-4o-mini");
    Change change = told.get(0);
    assertEquals(Instant.ofEpochMilli(T0 + 100_000), change.at());
    assertEquals("model", change.kind());
    assertEquals("gpt-4o-mini", change.version());
    assertEquals("gpt-4o", change.previousVersion());
    assertEquals("bot", change.service());
    assertTrue(change.inferred());
    answers(200, "gpt-4o-mini");
    answers(300, "gpt-4o");
    assertEquals(1, told.size(), "one that returns within a day is no change");
  }

  @Test
  void anAnnouncementBeforeOrSoonAfterItsFirstAnswerExplainsIt() {
    answers(100, "a");
    announced(90);
    answers(200, "b");
    answers(220, "c");
    announced(225);
    answers(300, "c");
    assertEquals(List.of(), told);
  }

  @Test
  void anAnnouncementLongBeforeOrLongAfterExplainsNothing() {
    answers(100, "a");
    announced(100);
    answers(701, "a");
    answers(740, "b");
    announced(740);
    answers(800, "b");
    assertEquals(List.of("b"), told.stream().map(Change::version).toList());
  }

  @Test
  void modelsOfTheFirstMinuteAreWhatIsThere() {
    answers(30, "a");
    answers(59, "b");
    answers(200, "a");
    assertEquals(List.of(), told);
  }

  @Test
  void aServiceThatAsksNoModelForADayIsForgotten() {
    answers(10, "a");
    long endMs = nowMs - 1_000 + 86_400_000;
    assertEquals(endMs, watch.nextWakeMs());
    watch.advance(endMs - 1, told::add);
    assertTrue(!watch.isOver());
    watch.advance(endMs, told::add);
    assertTrue(watch.isOver());
  }
}
