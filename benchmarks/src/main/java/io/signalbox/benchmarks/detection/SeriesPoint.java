// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

/** A point as a first program would shuffle it; Flink serializes it as a POJO. */
public final class SeriesPoint {
  /** Hash of the series. */
  public long series;

  /** Event time, epoch milliseconds. */
  public long atMs;

  /** What was measured. */
  public double value;

  /** For Flink. */
  public SeriesPoint() {}

  SeriesPoint(long series, long atMs, double value) {
    this.series = series;
    this.atMs = atMs;
    this.value = value;
  }
}
