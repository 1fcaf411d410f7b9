// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.GateSettings;
import io.signalbox.analytics.detection.SeriesSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a series counts as not as usual.
 *
 * @param openBelow a p-value at or below this counts towards opening an episode, 0..1
 * @param openAfter so many of them in a row open it
 * @param openFor if they span at least so much event time
 * @param closeAbove a p-value above this counts as calm, 0..1
 * @param closeAfter so many calm ones in a row close it
 * @param maxSeries series held per instance of a service
 * @param warmUp values a series must have shown before it is judged
 * @param acceptAfter an episode that has lasted this long is the new normal
 */
@OptionGroup(prefix = "detection", title = "Detection")
public record DetectionOptions(
    @Option(
            value = "0.0001",
            min = 0,
            max = 1,
            doc = "A p-value at or below this counts towards opening an episode.")
        double openBelow,
    @Option(value = "3", min = 1, doc = "So many such observations in a row open an episode,")
        int openAfter,
    @Option(value = "15s", doc = "if they span at least so much event time.") Duration openFor,
    @Option(value = "0.01", min = 0, max = 1, doc = "A p-value above this counts as calm.")
        double closeAbove,
    @Option(value = "5", min = 1, doc = "So many calm observations in a row close an episode.")
        int closeAfter,
    @Option(
            value = "4096",
            min = 1,
            max = 1_000_000,
            doc = "Series held per instance of a service; points of further ones are counted.")
        int maxSeries,
    @Option(value = "30", min = 8, doc = "Values a series must have shown before it is judged.")
        int warmUp,
    @Option(value = "1h", doc = "An episode that has lasted this long is the new normal.")
        Duration acceptAfter)
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

  /** How series are judged by these options. */
  public SeriesSettings series() {
    SeriesSettings shipped = SeriesSettings.defaults();
    GateSettings gate =
        new GateSettings(openBelow, openAfter, openFor.toMillis(), closeAbove, closeAfter);
    return new SeriesSettings(
        maxSeries,
        acceptAfter.toMillis(),
        shipped.acceptAfterPoints(),
        gate,
        new DetectorSettings(
            shipped.detector().falseAlarmsPerWeek(),
            shipped.detector().refractoryMs(),
            shipped.detector().refractoryPoints(),
            warmUp));
  }
}
