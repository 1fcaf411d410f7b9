// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * What was said of an answer afterwards.
 *
 * @param atMs when it was said, epoch milliseconds
 * @param metric what is judged, such as {@code groundedness}
 * @param value 1 for good and 0 for bad, or for a score any number
 * @param rate whether it is good or bad, and not a score
 * @param truth whether it is a label, which outweighs what a judge thought
 * @param by who says so, empty when not stated
 */
public record Mark(long atMs, String metric, double value, boolean rate, boolean truth, String by) {
  /** Whether it says another thing of the same. */
  boolean differsFrom(Mark other) {
    return Double.compare(value, other.value) != 0;
  }

  /** Whether it came later, or at the same time with a greater value: a total order. */
  boolean isAfter(Mark other) {
    return atMs != other.atMs ? atMs > other.atMs : Double.compare(value, other.value) > 0;
  }
}
