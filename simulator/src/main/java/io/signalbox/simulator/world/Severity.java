// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** Severities of log records, with their OpenTelemetry numbers. */
public enum Severity {
  /** For those who look closely. */
  DEBUG(5),
  /** As usual. */
  INFO(9),
  /** Worth a look. */
  WARN(13),
  /** Something failed. */
  ERROR(17),
  /** It could not go on. */
  FATAL(21);

  private final int number;

  Severity(int number) {
    this.number = number;
  }

  /** Its number in OpenTelemetry. */
  public int number() {
    return number;
  }
}
