// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Which deviations of a series count as abnormal. The order is stored; add at the end only. */
public enum Direction {
  BOTH,
  UP,
  DOWN
}
