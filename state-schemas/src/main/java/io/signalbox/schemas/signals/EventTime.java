// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.time.Instant;

/** Times as OTLP writes them: unsigned nanoseconds since 1970. */
public final class EventTime {
  /** First possible instant, 2000-01-01T00:00:00Z, in epoch milliseconds. */
  public static final long FIRST_MS = 946_684_800_000L;

  /** First instant that no longer is possible, 2100-01-01T00:00:00Z, in epoch milliseconds. */
  public static final long END_MS = 4_102_444_800_000L;

  private static final long NANOS_PER_MS = 1_000_000;

  private EventTime() {}

  /** True from 2000 up to 2100; zero and what overflows signed 64 bits are not. */
  public static boolean possible(long unixNano) {
    return unixNano >= FIRST_MS * NANOS_PER_MS && unixNano < END_MS * NANOS_PER_MS;
  }

  /** True from 2000 up to 2100. */
  public static boolean possible(Instant time) {
    return !time.isBefore(Instant.ofEpochMilli(FIRST_MS))
        && time.isBefore(Instant.ofEpochMilli(END_MS));
  }

  /** Epoch milliseconds, rounded down; meaningful for possible times only. */
  public static long toMs(long unixNano) {
    return unixNano / NANOS_PER_MS;
  }
}
