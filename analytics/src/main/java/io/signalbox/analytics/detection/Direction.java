// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Which deviations of a series count as abnormal. */
public enum Direction {
  BOTH,
  UP,
  DOWN
}
