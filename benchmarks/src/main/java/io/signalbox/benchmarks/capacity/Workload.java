// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

/**
 * What is to be planned for.
 *
 * @param services number of services
 * @param series series of each service
 * @param pointsPerSecond points of all series
 * @param checkpointSeconds between checkpoints
 * @param bytesPerPoint of a request on Kafka, 0 for those of the measured load
 * @param utilisation share of a core that is to be used at most, the rest is for catching up
 */
public record Workload(
    long services,
    long series,
    double pointsPerSecond,
    double checkpointSeconds,
    double bytesPerPoint,
    double utilisation) {

  /** Refuses what makes no sense, naming it. */
  public Workload {
    require(services >= 1, "services", services, "at least 1");
    require(series >= 1, "series", series, "at least 1");
    require(services <= Long.MAX_VALUE / series / 2, "series", series, "fewer in all");
    require(
        pointsPerSecond > 0 && pointsPerSecond < 1e15,
        "points-per-second",
        pointsPerSecond,
        "more than 0");
    require(
        checkpointSeconds > 0 && checkpointSeconds <= 86_400,
        "checkpoint",
        checkpointSeconds,
        "0 to 86400");
    require(
        bytesPerPoint >= 0 && bytesPerPoint <= 1e6, "bytes-per-point", bytesPerPoint, "0 to 1e6");
    require(utilisation > 0 && utilisation <= 1, "utilisation", utilisation, "0 to 1");
  }

  private static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("--" + name + " " + value + ": expected " + expected);
    }
  }

  /** All series. */
  long allSeries() {
    return services * series;
  }

  /** Points of a series between two checkpoints. */
  double updatesPerCheckpoint() {
    return pointsPerSecond * checkpointSeconds / allSeries();
  }
}
