// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountBatchesTest {
  private static final long MINUTE = 1_700_000_040_000L;

  private final CountBatches counts = new CountBatches();
  private final List<String> sent = new ArrayList<>();

  private void add(BatchKind kind, String service, long atMs, int count) {
    long tick = SignalBatch.tickOf(atMs);
    counts.add(new SignalBatch(kind, "prod", service, "pod", tick, atMs, count, new byte[0]));
  }

  private void note(SignalBatch batch) {
    long second = (batch.tickMs() - MINUTE) / 1000;
    sent.add(batch.kind() + " " + batch.service() + " " + second + " " + batch.count());
  }

  @Test
  void countsOfAMinuteAreSentTogetherJustBeforeItsLastTickIsFolded() {
    add(BatchKind.METRICS, "a", MINUTE + 1, 5);
    add(BatchKind.METRICS, "a", MINUTE + 59_000, 7);
    add(BatchKind.SPANS, "a", MINUTE, 1);
    add(BatchKind.METRICS, "a", MINUTE + 60_000, 2);
    counts.sendDue(MINUTE + 59_998, this::note);
    assertEquals(List.of(), sent);
    counts.sendDue(MINUTE + 59_999, this::note);
    assertEquals(List.of("METRICS a 59 12", "SPANS a 59 1"), sent);
  }

  @Test
  void beforeABarrierAllIsSentAndNothingTwice() {
    add(BatchKind.LOGS, "b", MINUTE, 3);
    counts.sendAll(this::note);
    counts.sendAll(this::note);
    add(BatchKind.LOGS, "b", MINUTE + 5000, 4);
    counts.sendDue(MINUTE + 60_000, this::note);
    assertEquals(List.of("LOGS b 59 3", "LOGS b 59 4"), sent);
  }

  @Test
  void aCountThatNoBatchCanHoldIsSentInParts() {
    add(BatchKind.METRICS, "c", MINUTE, Integer.MAX_VALUE);
    add(BatchKind.METRICS, "c", MINUTE, 2);
    counts.sendAll(this::note);
    assertEquals(List.of("METRICS c 59 2147483647", "METRICS c 59 2"), sent);
  }
}
