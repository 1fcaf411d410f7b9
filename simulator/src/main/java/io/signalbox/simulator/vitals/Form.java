// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

/** How a reading becomes a metric. */
public enum Form {
  /** A gauge of the value as it is. */
  GAUGE,
  /** A cumulative sum that may fall: the value as it is, a whole number. */
  LEVEL,
  /** A cumulative sum that only rises: the value is what is added, a whole number. */
  COUNTER,
  /** A cumulative histogram of seconds: the value is how many are added. */
  HISTOGRAM
}
