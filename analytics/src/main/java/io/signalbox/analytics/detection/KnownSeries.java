// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * What a detector knows of a series, for people.
 *
 * @param values values learned from
 * @param lastMs event time of the last one, epoch milliseconds; 0 before the first
 * @param last the last one, in the unit of the series
 * @param expected what is expected next, in that unit; NaN while nothing is known
 * @param lower lower end of the usual band
 * @param upper upper end of the usual band
 */
public record KnownSeries(
    long values, long lastMs, double last, double expected, double lower, double upper) {

  /**
   * Reads the state of a detector; changes nothing.
   *
   * @param block where the state is
   * @param at where it begins
   */
  public static KnownSeries of(byte[] block, int at) {
    if (block[at] == 0) {
      return new KnownSeries(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    double unit = Math.scalb(1.0, StateBytes.small(block, at + Layout.EXPONENT));
    double anchor = StateBytes.precise(block, at + Layout.ANCHOR);
    double last = anchor + Levels.last(block, at) * unit;
    long lastMs = StateBytes.time(block, at + Layout.LAST_AT);
    byte[] copy = new byte[SeriesDetector.BYTES];
    System.arraycopy(block, at, copy, 0, copy.length);
    Judged next = new Judged();
    new SeriesDetector(DetectorSettings.defaults())
        .step(copy, 0, lastMs + intervalMs(block, at), last, next);
    int values = StateBytes.whole(block, at + Layout.COUNT);
    return new KnownSeries(values, lastMs, last, next.expected, next.lower, next.upper);
  }

  private static long intervalMs(byte[] block, int at) {
    return Math.max(1, (long) StateBytes.real(block, at + Layout.INTERVAL));
  }
}
