// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.detection.GateSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * When something counts as not as usual.
 *
 * @param openBelow a p-value at or below this counts towards opening an episode, 0..1
 * @param openAfter so many of them in a row open it
 * @param closeAbove a p-value above this counts as calm, 0..1
 * @param closeAfter so many calm ones in a row close it
 * @param forgetAfter silence after which a service is forgotten
 * @param edgeWindow event time summed up in one record of an edge
 */
@OptionGroup(prefix = "detection", title = "Detection")
public record DetectionOptions(
    @Option(
            value = "0.00001",
            min = 0,
            max = 1,
            doc = "A p-value at or below this counts towards opening an episode.")
        double openBelow,
    @Option(value = "3", min = 1, doc = "So many such observations in a row open an episode.")
        int openAfter,
    @Option(value = "0.01", min = 0, max = 1, doc = "A p-value above this counts as calm.")
        double closeAbove,
    @Option(value = "5", min = 1, doc = "So many calm observations in a row close an episode.")
        int closeAfter,
    @Option(value = "1d", doc = "Silence, in event time, after which a service is forgotten.")
        Duration forgetAfter,
    @Option(value = "10s", doc = "Event time summed up in one record of an edge.")
        Duration edgeWindow)
    implements Serializable {
  /**
   * Refuses a gate that would close what it opens.
   *
   * @throws IllegalArgumentException if an observation could count as calm and abnormal at once
   */
  public DetectionOptions {
    if (openBelow > closeAbove) {
      throw new IllegalArgumentException(
          "detection.open-below = '" + openBelow + "': expected at most detection.close-above");
    }
  }

  /** The gate that these options describe. */
  public GateSettings gate() {
    return new GateSettings(openBelow, openAfter, closeAbove, closeAfter);
  }
}
