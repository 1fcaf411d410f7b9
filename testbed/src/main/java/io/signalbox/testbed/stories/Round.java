// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import java.util.Locale;

/**
 * One disturbed run.
 *
 * @param number 1, 2, ...
 * @param killedAt input records committed by the jobs when the process was killed
 * @param inputRecords input records in all
 * @param restores restores from a checkpoint, over all jobs
 * @param recoveryMs from the kill until all tasks of all jobs ran again, in milliseconds
 * @param difference committed output against the undisturbed run
 */
public record Round(
    int number,
    long killedAt,
    long inputRecords,
    long restores,
    long recoveryMs,
    Difference difference) {

  /** True when the fault was real, came under load, and left no trace in the output. */
  public boolean passed() {
    return restores > 0 && killedAt < inputRecords && difference.none();
  }

  /** One line for a person. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "round %d: killed at record %d of %d, recovered in %.1f s, %d restores; %d records out, %d"
            + " lost, %d too many: %s",
        number,
        killedAt,
        inputRecords,
        recoveryMs / 1000.0,
        restores,
        difference.records(),
        Difference.size(difference.lost()),
        Difference.size(difference.surplus()),
        passed() ? "passed" : "FAILED");
  }
}
