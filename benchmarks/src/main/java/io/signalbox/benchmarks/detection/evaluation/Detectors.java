// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.peers.Peers;
import io.signalbox.benchmarks.detection.scoring.Detector;
import io.signalbox.benchmarks.detection.scoring.OwnDetector;
import java.util.List;

/** The detectors that can be named on the command line. */
public final class Detectors {
  /** Their names. */
  public static final List<String> NAMES = List.of("ours", "rcf", "ewma", "holt-winters");

  private Detectors() {}

  /**
   * The detectors of a name; {@code ewma} is two of them, a slow and a quick one.
   *
   * @param budget false alarms a series and week, for those that keep to one
   */
  public static List<Detector> named(String name, double budget) {
    return switch (name) {
      case "ours" -> List.of(OwnDetector.of(budget));
      case "rcf" -> List.of(Peers.randomCutForest());
      case "ewma" -> Peers.ewma();
      case "holt-winters" -> List.of(Peers.holtWinters());
      default -> throw new IllegalArgumentException("no detector " + name + ": one of " + NAMES);
    };
  }
}
