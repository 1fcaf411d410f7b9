// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How the series of a shard are judged.
 *
 * @param maxSeries series held per shard; points of further ones are counted and not judged
 * @param acceptAfterMs an episode that has lasted this long is the new normal, milliseconds
 * @param acceptAfterPoints and has been seen on at least so many values
 * @param gate when an episode opens and closes
 * @param detector how a series itself is judged
 */
public record SeriesSettings(
    int maxSeries,
    long acceptAfterMs,
    int acceptAfterPoints,
    GateSettings gate,
    DetectorSettings detector) {
  /** What Signalbox ships with. */
  public static SeriesSettings defaults() {
    return new SeriesSettings(
        4096,
        3_600_000,
        12,
        new GateSettings(1e-2, 3, 15_000, 1e-2, 5),
        DetectorSettings.defaults());
  }
}
