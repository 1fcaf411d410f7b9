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
 * @param budget alarms that may be false, per series and week
 * @param openAfter so many values outside the usual band in a row open an episode
 * @param openFor if they span at least so much event time
 * @param closeAfter so many values inside it in a row close the episode
 * @param maxSeries series held per instance of a service
 * @param warmUp values a series must have shown before it is judged
 * @param acceptAfter an episode that has lasted this long is the new normal
 */
@OptionGroup(prefix = "detection", title = "Detection")
public record DetectionOptions(
    @Option(
            value = "1",
            min = 0.001,
            max = 1000,
            doc = "Alarms that may be false, per series and week.")
        double budget,
    @Option(
            value = "3",
            min = 1,
            doc = "So many values outside the usual band in a row open an episode,")
        int openAfter,
    @Option(value = "15s", doc = "if they span at least so much event time.") Duration openFor,
    @Option(value = "5", min = 1, doc = "So many values inside it in a row close the episode.")
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
   * Refuses an episode that would be the new normal before it opens.
   *
   * @throws IllegalArgumentException if it must last longer to open than to be accepted
   */
  public DetectionOptions {
    if (openFor.compareTo(acceptAfter) > 0) {
      throw new IllegalArgumentException(
          "detection.open-for = '" + openFor + "': expected at most detection.accept-after");
    }
  }

  /** How series are judged by these options. */
  public SeriesSettings series() {
    SeriesSettings shipped = SeriesSettings.defaults();
    GateSettings gate =
        new GateSettings(
            shipped.gate().openBelow(),
            openAfter,
            openFor.toMillis(),
            shipped.gate().closeAbove(),
            closeAfter);
    return new SeriesSettings(
        maxSeries,
        acceptAfter.toMillis(),
        shipped.acceptAfterPoints(),
        gate,
        new DetectorSettings(
            budget,
            shipped.detector().refractoryMs(),
            shipped.detector().refractoryPoints(),
            warmUp));
  }
}
