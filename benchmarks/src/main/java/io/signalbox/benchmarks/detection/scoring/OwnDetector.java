// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import io.signalbox.benchmarks.detection.peers.Peers;

/** The detector of the jobs. */
public final class OwnDetector {
  private OwnDetector() {}

  /**
   * As shipped.
   *
   * @param budget false alarms a series may raise in a week, on average
   */
  public static Detector of(double budget) {
    Detector peer = Peers.holtWinters();
    return new Detector("ours", "Signalbox", true, false, peer.bytes(), () -> alarms(peer, budget));
  }

  private static PointScorer alarms(Detector peer, double budget) {
    PointScorer scorer = peer.scorer().get();
    double threshold = 1 - 0.1 * budget / (1 + budget);
    boolean[] above = new boolean[1];
    return (atMs, value, out) -> {
      scorer.next(atMs, value, out);
      out.alarm = out.score > threshold && !above[0];
      above[0] = out.score > threshold;
    };
  }
}
