// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

/**
 * How trees are boosted.
 *
 * @param trees how many, at least 1
 * @param leaves of a tree at most, at least 2
 * @param rate share of what a leaf would add that it does add, 0..1
 * @param leastExamples on either side of a split
 * @param ridge added to the curvature of a leaf, 0 or more: the more, the less a leaf adds
 * @param rowShare share of the examples that a tree sees, 0..1
 * @param columnShare share of the features that it sees, 0..1
 * @param seed of all chance
 */
public record BoostingSettings(
    int trees,
    int leaves,
    double rate,
    int leastExamples,
    double ridge,
    double rowShare,
    double columnShare,
    long seed) {
  /** What the shipped trees are learned with. */
  public static BoostingSettings shipped() {
    return new BoostingSettings(200, 16, 0.15, 60, 20, 0.7, 0.5, 1);
  }
}
