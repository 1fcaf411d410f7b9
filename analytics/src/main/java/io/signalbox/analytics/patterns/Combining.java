// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** What several series of one reading make together. */
public enum Combining {
  /** All of them added up, in the order of the series. */
  SUM,
  /** The greatest. */
  MAX,
  /** The least. */
  MIN
}
