// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.nab;

/** What a found window, a missed one and a false alarm weigh (NAB v1.1, {@code profiles.json}). */
public enum NabProfile {
  /** All alike. */
  STANDARD("standard", 1, 1, 0.11),
  /** False alarms weigh double. */
  LOW_FP("low-FP", 1, 1, 0.22),
  /** Missed windows weigh double. */
  LOW_FN("low-FN", 1, 2, 0.11);

  final String label;
  final double found;
  final double missed;
  final double falseAlarm;

  NabProfile(String label, double found, double missed, double falseAlarm) {
    this.label = label;
    this.found = found;
    this.missed = missed;
    this.falseAlarm = falseAlarm;
  }

  /** As it is called in tables. */
  public String label() {
    return label;
  }
}
