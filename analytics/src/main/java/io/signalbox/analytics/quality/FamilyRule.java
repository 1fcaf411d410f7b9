// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * Keeps the expected share of false alarms low among thousands of segments that are all watched
 * without end. Evidence is an e-value, valid at every look: a mean over all places where the change
 * may have been, of the likelihood of two rates, each a mean over all rates, against the best
 * common one. It is compared with a level that each segment has of its own and that grows with what
 * has been found (Z. Xu and A. Ramdas, Online multiple testing with e-values, AISTATS 2024; there
 * for tests one after the other, which a stopping time for each segment does not change).
 *
 * <p>Counting the discoveries of one service only, and only those that last, makes it stricter, so
 * services need not know of each other.
 */
public final class FamilyRule implements EvidenceRule {
  /** Sum of 1 / (n ln² n) from 2 on, rounded up. */
  private static final double PLACES = 2.10975;

  private static final int FEWEST = 30;

  private final Discoveries discoveries;
  private final long segments;
  private final double share;

  /**
   * Makes a rule.
   *
   * @param discoveries of the service
   * @param segments how many there may be in all services together
   * @param share of false alarms among all that is expected at most, 0..1
   */
  public FamilyRule(Discoveries discoveries, long segments, double share) {
    if (!(segments > 0 && share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "a family has segments and a share between 0 and 1, not " + segments + " and " + share);
    }
    this.discoveries = discoveries;
    this.segments = segments;
    this.share = share;
  }

  @Override
  public int fewest() {
    return FEWEST;
  }

  @Override
  public double least(int starts) {
    return needed(starts);
  }

  @Override
  public boolean suffices(Tally before, Tally after, double nats, int starts) {
    double level = needed(starts);
    // The means cost more than the best, so most are dismissed before they are computed.
    return nats > level && nats > level + place(before.events()) + before.regret() + after.regret();
  }

  @Override
  public double known(int before) {
    return needed(before);
  }

  /**
   * Log of the e-value that a segment needs, nats. Each start has a smaller part of its share, all
   * together one half; changes that are known have the other.
   */
  private double needed(int starts) {
    double level = share / 2 * (discoveries.open() + 1) / segments;
    return StrictMath.log((starts + 1.0) * (starts + 2.0) / level);
  }

  /** What it costs not to know after how many events the change came, nats. */
  private static double place(long events) {
    double log = StrictMath.log(events + 1.0);
    return StrictMath.log(PLACES * (events + 1.0)) + 2 * StrictMath.log(log);
  }

  @Override
  public FamilyRule sharedBy(int detectors) {
    return new FamilyRule(discoveries, segments * detectors, share);
  }
}
