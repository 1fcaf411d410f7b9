// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import java.io.Serializable;
import java.time.Duration;

/**
 * How event time passes.
 *
 * @param disorder D: how far an item may trail the greatest event time of its partition
 * @param tick what is folded together, and how often progress records are written
 */
@OptionGroup(title = "Time")
public record TimeOptions(
    @Option(
            value = "10s",
            doc =
                "D: how far an item may trail the greatest event time of its partition; 0s folds on arrival.")
        Duration disorder,
    @Option(
            value = "1s",
            doc = "Event time that is folded together; also the step of progress records.")
        Duration tick)
    implements Serializable {
  /**
   * Refuses a tick that is no time.
   *
   * @throws IllegalArgumentException if the tick is below a millisecond
   */
  public TimeOptions {
    if (tick.toMillis() < 1) {
      throw new IllegalArgumentException("tick = '" + tick + "': expected at least 1ms");
    }
  }
}
