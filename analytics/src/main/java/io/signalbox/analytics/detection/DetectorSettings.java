// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * What a user sets of the detector; everything else is the same for every series.
 *
 * @param falseAlarmsPerWeek alarms that may be false, per series and week; above 0
 * @param refractoryMs time after an alarm in which none is raised, milliseconds, not negative
 * @param refractoryPoints and values after an alarm at which none is raised, 0..32767
 * @param warmUpPoints values a series must have shown before its first verdict, at least 8
 */
public record DetectorSettings(
    double falseAlarmsPerWeek, long refractoryMs, int refractoryPoints, int warmUpPoints) {
  /** Refuses what is out of range. */
  public DetectorSettings {
    if (!(falseAlarmsPerWeek > 0)) {
      throw new IllegalArgumentException("falseAlarmsPerWeek must be above 0");
    }
    if (refractoryMs < 0 || refractoryPoints < 0 || refractoryPoints > Short.MAX_VALUE) {
      throw new IllegalArgumentException("refractory must be 0 or more, points at most 32767");
    }
    if (warmUpPoints < 8) {
      throw new IllegalArgumentException("warmUpPoints must be at least 8");
    }
  }

  /** What Signalbox ships with: one false alarm per series and week. */
  public static DetectorSettings defaults() {
    return new DetectorSettings(1, 600_000, 10, 30);
  }
}
