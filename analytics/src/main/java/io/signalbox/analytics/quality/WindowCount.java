// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * What is known of the answers of one stretch of time.
 *
 * @param rated how many were judged or labelled
 * @param good how many of these are good, by the label where there is one
 * @param labelled how many have a label
 * @param labelledGood how many of these are good
 * @param revision of what was last told, 0 when nothing was
 * @param changed whether something has changed since
 */
public record WindowCount(
    long rated, long good, long labelled, long labelledGood, int revision, boolean changed) {
  static final WindowCount NONE = new WindowCount(0, 0, 0, 0, 0, false);

  WindowCount with(Observation seen) {
    boolean isGood = seen.value() > 0;
    long wasGood = seen.replaced() > 0 ? 1 : 0; // not a number is not above 0
    return new WindowCount(
        rated + (seen.isFirst() ? 1 : 0),
        good + (isGood ? 1 : 0) - wasGood,
        labelled + (seen.isFirstLabel() ? 1 : 0),
        labelledGood + (seen.truth() && isGood ? 1 : 0) - (seen.replacesLabel() ? wasGood : 0),
        revision,
        true);
  }

  WindowCount answered() {
    return new WindowCount(rated + 1, good, labelled, labelledGood, revision, true);
  }

  WindowCount told() {
    return new WindowCount(rated, good, labelled, labelledGood, revision + 1, false);
  }
}
