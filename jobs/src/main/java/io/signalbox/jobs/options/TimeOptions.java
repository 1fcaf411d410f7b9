// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.time.Duration;

/**
 * How event time passes.
 *
 * @param disorder D: how far an item may trail the greatest event time of its partition
 * @param idle wall time after which a silent telemetry partition no longer holds up the others
 */
@OptionGroup(title = "Time")
public record TimeOptions(
    @Option(
            value = "10s",
            doc =
                "D: how far an item may trail the greatest event time of its partition; 0s folds on arrival.")
        Duration disorder,
    @Option(
            value = "1m",
            doc = "Wall time after which a silent partition of telemetry holds up no one.")
        Duration idle)
    implements Serializable {

  /** True when items are folded as they arrive, without waiting for earlier ones. */
  public boolean foldOnArrival() {
    return disorder.isZero();
  }
}
