// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How the series of a shard are judged.
 *
 * @param maxSeries series held per shard; points of further ones are counted and not judged
 * @param warmUpPoints values a baseline learns before its first verdict
 * @param warmUpMs event time a baseline learns before its first verdict, milliseconds
 * @param acceptAfterMs an episode that has lasted this long is the new normal, milliseconds
 * @param acceptAfterPoints and has been seen on at least so many values
 * @param gate when an episode opens and closes
 */
public record SeriesSettings(
    int maxSeries,
    int warmUpPoints,
    long warmUpMs,
    long acceptAfterMs,
    int acceptAfterPoints,
    GateSettings gate) {
  /** What Signalbox ships with. */
  public static SeriesSettings defaults() {
    return new SeriesSettings(
        4096, 30, 240_000, 3_600_000, 12, new GateSettings(1e-4, 3, 15_000, 1e-2, 5));
  }
}
