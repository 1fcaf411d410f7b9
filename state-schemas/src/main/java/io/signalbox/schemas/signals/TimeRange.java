// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** The range of event times of a request or file: of a span its end, as spans are counted then. */
public final class TimeRange {
  private long firstMs = Long.MAX_VALUE;
  private long lastMs = Long.MIN_VALUE;

  /** Takes in a time in nanoseconds since 1970 when it is possible. */
  public void add(long unixNano) {
    if (EventTime.possible(unixNano)) {
      addMs(EventTime.toMs(unixNano));
    }
  }

  /** Takes in a time in epoch milliseconds. */
  public void addMs(long epochMs) {
    firstMs = Math.min(firstMs, epochMs);
    lastMs = Math.max(lastMs, epochMs);
  }

  /** True when no possible time was taken in. */
  public boolean isEmpty() {
    return lastMs < firstMs;
  }

  /** Earliest time, epoch milliseconds. */
  public long firstMs() {
    return firstMs;
  }

  /** Latest time, epoch milliseconds. */
  public long lastMs() {
    return lastMs;
  }
}
