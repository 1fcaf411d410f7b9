// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * The rule of one of several watches of the same thing, which together are wrong as often as one,
 * of changes that are known, too.
 */
final class SharedRule implements EvidenceRule {
  private final EvidenceRule rule;
  private final EvidenceRule shared;
  private final int watches;

  SharedRule(EvidenceRule rule, int watches) {
    this.rule = rule;
    this.shared = rule.sharedBy(watches);
    this.watches = watches;
  }

  @Override
  public int fewest() {
    return shared.fewest();
  }

  @Override
  public double least(int starts) {
    return shared.least(starts);
  }

  @Override
  public boolean suffices(Tally before, Tally after, double nats, int starts) {
    return shared.suffices(before, after, nats, starts);
  }

  @Override
  public double known(int before) {
    return rule.known(before) + StrictMath.log(watches);
  }

  @Override
  public EvidenceRule sharedBy(int detectors) {
    return rule.sharedBy(watches * detectors);
  }
}
