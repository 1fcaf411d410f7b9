// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * How much evidence a change of a rate needs. The defaults hold everywhere: no metric has its own.
 *
 * @param nats log-likelihood ratio of two rates against one that makes a change; set so that a rate
 *     that stays alarms less than once in 100,000 events (measured: {@code evaluate drift})
 * @param shortRun events of a run below which more evidence is needed, because there are more short
 *     runs than long ones in the same time
 * @param shortRunNats by how much, for each e-fold that it is shorter
 * @param fewest events before a change that it takes to know what was usual
 */
public record DriftSettings(double nats, double shortRun, double shortRunNats, int fewest)
    implements EvidenceRule {
  /** A change that is known is called one in vain once in a thousand times. */
  private static final double KNOWN = StrictMath.log(1000);

  /** What ships. */
  public static final DriftSettings DEFAULT = new DriftSettings(11.15, 40, 1.25, 30);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException when one is not positive
   */
  public DriftSettings {
    if (!(nats > 0 && shortRun > 0 && shortRunNats >= 0 && fewest > 0)) {
      throw new IllegalArgumentException(
          "drift settings are to be positive, not "
              + nats
              + ", "
              + shortRun
              + ", "
              + shortRunNats
              + ", "
              + fewest);
    }
  }

  @Override
  public DriftSettings sharedBy(int detectors) {
    return new DriftSettings(nats + StrictMath.log(detectors), shortRun, shortRunNats, fewest);
  }

  @Override
  public double least(int starts) {
    return nats;
  }

  @Override
  public boolean suffices(Tally before, Tally after, double found, int starts) {
    return found > needed(after.events());
  }

  @Override
  public double known(int before) {
    return KNOWN;
  }

  /** Evidence that a run of so many events needs, in nats. */
  private double needed(long events) {
    return events >= shortRun ? nats : nats + shortRunNats * StrictMath.log(shortRun / events);
  }
}
