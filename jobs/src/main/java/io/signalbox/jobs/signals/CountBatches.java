// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up what is counted for telemetry quality, so that one count a service and minute is sent on
 * instead of one a batch. Counts are integers, so it does not matter which of them are added up
 * before they are sent. A count bears the last tick of its minute and is due before the watermark
 * passes that.
 */
final class CountBatches {
  private static final long MINUTE_MS = 60_000;
  private static final byte[] NOTHING = {};

  private final Map<Subject, Long> counts = new LinkedHashMap<>();
  private long earliestMs = Long.MAX_VALUE;

  private record Subject(BatchKind kind, String environment, String service, long minuteMs) {}

  /** Takes in the items of a batch that is not late. */
  void add(SignalBatch batch) {
    long minute = Math.floorDiv(batch.tickMs(), MINUTE_MS) * MINUTE_MS;
    counts.merge(
        new Subject(batch.kind(), batch.environment(), batch.service(), minute),
        (long) batch.count(),
        Long::sum);
    earliestMs = Math.min(earliestMs, minute);
  }

  /** Gives away what must not wait until the watermark is at a time. */
  void sendDue(long watermarkMs, Consumer<SignalBatch> out) {
    if (earliestMs + MINUTE_MS - 1 <= watermarkMs) {
      send(watermarkMs, out);
    }
  }

  /** Gives away all. */
  void sendAll(Consumer<SignalBatch> out) {
    send(Long.MAX_VALUE, out);
  }

  private void send(long watermarkMs, Consumer<SignalBatch> out) {
    earliestMs = Long.MAX_VALUE;
    var each = counts.entrySet().iterator();
    while (each.hasNext()) {
      var count = each.next();
      Subject subject = count.getKey();
      if (subject.minuteMs + MINUTE_MS - 1 <= watermarkMs) {
        send(subject, count.getValue(), out);
        each.remove();
      } else {
        earliestMs = Math.min(earliestMs, subject.minuteMs);
      }
    }
  }

  private static void send(Subject subject, long count, Consumer<SignalBatch> out) {
    for (long left = count; left > 0; left -= Integer.MAX_VALUE) {
      out.accept(batch(subject, (int) Math.min(left, Integer.MAX_VALUE)));
    }
  }

  private static SignalBatch batch(Subject subject, int count) {
    long tick = subject.minuteMs + MINUTE_MS - SignalBatch.TICK_MS;
    return new SignalBatch(
        subject.kind, subject.environment, subject.service, "", tick, tick, count, NOTHING);
  }
}
