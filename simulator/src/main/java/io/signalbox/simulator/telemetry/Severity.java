// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

/** Severities of log records, with their OpenTelemetry numbers. */
enum Severity {
  DEBUG(5),
  INFO(9),
  WARN(13),
  ERROR(17),
  FATAL(21);

  private final int number;

  Severity(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
