// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

import io.signalbox.benchmarks.detection.scoring.Detector;
import java.util.List;

/** Every detector that can be compared with. */
public final class Peers {
  private Peers() {}

  /** Exponentially weighted deviations, slow and quick. */
  public static List<Detector> ewma() {
    return List.of(ewma("ewma", 0.003), ewma("ewma-quick", 0.03));
  }

  private static Detector ewma(String name, double alpha) {
    return new Detector(
        name, "EWMA z, alpha " + alpha, false, false, EwmaPeer.BYTES, () -> new EwmaPeer(alpha));
  }

  /** Holt-Winters with a season of a day. */
  public static Detector holtWinters() {
    return new Detector(
        "holt-winters",
        "Holt-Winters, daily",
        false,
        false,
        HoltWintersPeer.BYTES,
        HoltWintersPeer::new);
  }

  /** Random Cut Forest. */
  public static Detector randomCutForest() {
    return new Detector(
        "rcf",
        "Random Cut Forest 4.4.0",
        false,
        true,
        RandomCutForestPeer.bytes(),
        RandomCutForestPeer::new);
  }
}
