// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import io.signalbox.schemas.detection.CsvRow;

/** Notices where the rows of a file do not follow each other at the usual step. */
final class StepWatch {
  private long lastMs = Long.MIN_VALUE;
  private long lastStepMs;
  private long usualMs;

  /** Takes the next readable row. */
  void take(CsvRow row, FileReport report) {
    long before = lastMs;
    lastMs = row.atMs;
    if (before == Long.MIN_VALUE) {
      return;
    }
    long step = row.atMs - before;
    if (step == 0) {
      report.note(Irregularity.REPEATED, row.line, "timestamp " + row.time + " is repeated");
      return;
    }
    if (step < 0) {
      report.note(
          Irregularity.BACKWARD,
          row.line,
          "timestamp " + row.time + " is " + seconds(-step) + " before the row above");
      return;
    }
    if (usualMs > 0 && step > 2 * usualMs) {
      report.note(
          Irregularity.GAP,
          row.line,
          "gap of " + seconds(step) + ", the usual step is " + seconds(usualMs));
    }
    // The step is what comes twice in a row.
    usualMs = step == lastStepMs ? step : usualMs;
    lastStepMs = step;
  }

  private static String seconds(long ms) {
    return ms % 1_000 == 0 ? ms / 1_000 + " s" : ms + " ms";
  }
}
