// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.TreeMap;

/**
 * What is remembered of one row at one place (its fields). Mutable; the fields are what a codec
 * stores.
 */
public final class WatchedSymptom {
  /** Event time of the last reading, epoch milliseconds; 0 before the first. */
  public long lastSeenMs;

  /** Event time of the last symptom told, epoch milliseconds; 0 before the first. */
  public long lastToldMs;

  /** Readings in a row that fulfilled the condition. */
  public int streak;

  /** True from the symptom to its clearing. */
  public boolean active;

  /** True once it was told that no reading comes any more. */
  public boolean absent;

  /** What is usual, learned while nothing is wrong; meaningless before the first reading. */
  public double usual;

  /** Readings behind what is usual. */
  public int usualReadings;

  /** Last value of each counter that is read, by series. */
  public final TreeMap<Long, Double> counters = new TreeMap<>();

  /** Last value of each counter that is divided by, by series. */
  public final TreeMap<Long, Double> overCounters = new TreeMap<>();

  /** Last value divided by; not a number before the first. */
  public double over = Double.NaN;

  /** Points of the window by event time. */
  public final TreeMap<Long, Double> points = new TreeMap<>();

  /** True when nothing was read since a time. */
  boolean isOlderThan(long ms) {
    return lastSeenMs < ms;
  }
}
