// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** How much evidence it takes to call something a change. */
public interface EvidenceRule {
  /** Events before a change that it takes to know what was usual. */
  int fewest();

  /**
   * Evidence, nats, that is never enough, whatever else there is to say.
   *
   * @param starts how often the detector has started before
   */
  double least(int starts);

  /**
   * Whether a change is certain enough.
   *
   * @param before what the rate was; with {@code after} all events since the detector started
   * @param after events since the likeliest begin of the change
   * @param nats log-likelihood ratio of two rates against one
   * @param starts how often the detector has started before
   */
  boolean suffices(Tally before, Tally after, double nats, int starts);

  /**
   * Log of the e-value that it takes to call a change that is known one that makes a difference.
   *
   * @param before how many changes of the same were known before
   */
  double known(int before);

  /**
   * For one of several detectors that watch the same thing: together they are wrong as often as
   * one.
   *
   * @param detectors how many there are, from 1
   */
  EvidenceRule sharedBy(int detectors);
}
