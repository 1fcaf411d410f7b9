// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * When an episode opens and closes. Opening asks for stronger evidence than staying open, so that a
 * value that hovers at the edge does not flap.
 *
 * @param openBelow an observation with a p-value at or below this counts towards opening
 * @param openAfter so many such observations without a calm one between them open an episode
 * @param openAfterMs and they must span at least so much event time, milliseconds
 * @param closeAbove an observation with a p-value above this counts as calm
 * @param closeAfter so many calm observations in a row close the episode
 */
public record GateSettings(
    double openBelow, int openAfter, long openAfterMs, double closeAbove, int closeAfter) {
  /**
   * The same for so many times as many false alarms.
   *
   * @param multiplier of the budget, above 0
   */
  GateSettings withBudget(double multiplier) {
    return new GateSettings(openBelow * multiplier, openAfter, openAfterMs, closeAbove, closeAfter);
  }

  /** Settings for observations far enough apart that their number alone decides. */
  public GateSettings(double openBelow, int openAfter, double closeAbove, int closeAfter) {
    this(openBelow, openAfter, 0, closeAbove, closeAfter);
  }
}
