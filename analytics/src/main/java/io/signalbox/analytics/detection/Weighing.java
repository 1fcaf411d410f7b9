// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Makes one verdict of all that the experts say about a suspicious value. */
@FunctionalInterface
public interface Weighing {
  /**
   * Judges a value.
   *
   * @param features what is known about it, unit-free; reused for the next one
   * @return log-odds that it belongs to an anomaly
   */
  double judge(double[] features);
}
