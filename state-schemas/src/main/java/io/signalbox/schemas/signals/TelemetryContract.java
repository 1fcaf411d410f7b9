// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.DeadLetterReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an item must satisfy to be used. It refuses only what cannot be true; what is merely unusual
 * in real telemetry passes: NaN, series without a start, a start after the time, traces without a
 * valid id, an exponential histogram with observations in no bucket (NaN is counted, but has none).
 */
public final class TelemetryContract {
  private TelemetryContract() {}

  /**
   * Why an item is refused.
   *
   * @param reason constant of {@link DeadLetterReason}
   * @param detail what exactly is wrong
   */
  public record Refusal(String reason, String detail) {}

  /** Why a point cannot be used, or null when it can. */
  public static @Nullable Refusal refuse(MetricPointView point) {
    if (!EventTime.possible(point.timeUnixNano())) {
      return time("time", point.timeUnixNano());
    }
    if (!point.hasRecordedValue()) {
      return null;
    }
    return switch (point.metric().kind()) {
      case GAUGE, SUM -> point.valueType() == ValueType.NONE ? value("no value") : null;
      case HISTOGRAM -> refuseHistogram(point);
      case EXPONENTIAL_HISTOGRAM -> refuseExponential(point);
      case SUMMARY -> point.count() < 0 ? value("count overflows") : null;
    };
  }

  private static @Nullable Refusal refuseHistogram(MetricPointView point) {
    int buckets = point.bucketCounts().size();
    int bounds = point.explicitBounds().size();
    if (buckets != 0 && buckets != bounds + 1) {
      return value(buckets + " buckets for " + bounds + " bounds");
    }
    for (int i = 1; i < bounds; i++) {
      if (!(point.explicitBounds().get(i - 1) < point.explicitBounds().get(i))) {
        return value("bounds that do not ascend");
      }
    }
    long total = sum(0, point.bucketCounts());
    boolean wrong = point.count() < 0 || (buckets != 0 && total != point.count());
    return wrong ? sumsUp(total, point.count()) : null;
  }

  private static @Nullable Refusal refuseExponential(MetricPointView point) {
    long total = sum(Math.max(point.zeroCount(), -1), point.positive().counts());
    total = sum(total, point.negative().counts());
    return total < 0 || total > point.count() ? sumsUp(total, point.count()) : null;
  }

  /** Adds counts; what overflows, here or on the wire, is -1. */
  private static long sum(long start, Longs counts) {
    long total = start;
    for (int i = 0; i < counts.size() && total >= 0; i++) {
      total = counts.get(i) < 0 ? -1 : total + counts.get(i);
    }
    return Math.max(total, -1);
  }

  /** Why a span cannot be used, or null when it can. */
  public static @Nullable Refusal refuse(SpanView span) {
    if (!EventTime.possible(span.startUnixNano())) {
      return time("start", span.startUnixNano());
    }
    if (!EventTime.possible(span.endUnixNano())) {
      return time("end", span.endUnixNano());
    }
    return span.endUnixNano() < span.startUnixNano() ? value("ends before it starts") : null;
  }

  /** Why a log record cannot be used, or null when it can. */
  public static @Nullable Refusal refuse(LogView log) {
    return EventTime.possible(log.eventUnixNano()) ? null : time("time", log.eventUnixNano());
  }

  private static Refusal time(String which, long unixNano) {
    String read = unixNano < 0 ? "overflow" : Instant.ofEpochMilli(EventTime.toMs(unixNano)) + "";
    return new Refusal(
        DeadLetterReason.IMPOSSIBLE_TIME,
        which + " " + Long.toUnsignedString(unixNano) + " (" + read + ")");
  }

  private static Refusal value(String what) {
    return new Refusal(DeadLetterReason.IMPOSSIBLE_VALUE, what);
  }

  private static Refusal sumsUp(long total, long count) {
    return value("buckets hold " + total + " of " + Long.toUnsignedString(count));
  }
}
