// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/** How the value of a metric point is to be read. The order is stored; add at the end only. */
public enum Nature {
  /** The value itself; also a sum that may fall. */
  GAUGE,
  /** A cumulative monotonic sum: only its rate means something. */
  COUNTER,
  /** A sum over the interval from start to time: divided by the interval it is a rate. */
  DELTA,
  /** A cumulative sum and count of observations: the mean of what is new since the last point. */
  CUMULATIVE_MEAN,
  /** A sum and count over the interval: their quotient is the mean. */
  DELTA_MEAN
}
