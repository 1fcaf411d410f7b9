// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Metric points of one shard, in the order in which they are to be folded: by time, then series,
 * then content. A histogram arrives as two series, its count (COUNTER or DELTA) and its mean.
 */
public interface Points {
  /** Number of points. */
  int size();

  /** Identity of the series within the shard: a hash of metric name and attributes. */
  long series(int i);

  /** Event time, epoch milliseconds. */
  long atMs(int i);

  /** Start of the interval a sum covers, epoch milliseconds; 0 when unknown. */
  long startMs(int i);

  /** How to read the value. */
  Nature nature(int i);

  /** The value; for the mean natures the sum. NaN and infinities may occur. */
  double value(int i);

  /** For the mean natures the number of observations behind the sum, else 0. */
  long weight(int i);

  /** Metric name and attributes as a person reads them, {@code name{key=value,...}}. */
  String label(int i);
}
