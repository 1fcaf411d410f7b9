// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Subject;

/** What vital signs read on a good day. */
final class GoodDay {
  private static final double LIVE_SHARE = 0.8;
  private static final double GARBAGE_SHARE = 0.3;
  private static final long DAY = 86_400L * Origin.SECOND;
  private static final long CERTIFICATE_LIFE = 90 * DAY;
  private static final long CERTIFICATE_RENEWED = 60 * DAY;

  private GoodDay() {}

  static Usual always(double value) {
    return (subject, dice, at) -> value;
  }

  static Usual counts(double mean) {
    return (subject, dice, at) -> dice.poisson(mean);
  }

  static Usual levels(double mean, double spread) {
    return (subject, dice, at) -> mean + spread * dice.normal();
  }

  static double liveHeap(Subject subject, Dice dice, long at) {
    return LIVE_SHARE * ((Pod) subject).memory(at) * (1 + 0.005 * dice.normal());
  }

  static double heap(Subject subject, Dice dice, long at) {
    double live = LIVE_SHARE * ((Pod) subject).memory(at);
    return live + GARBAGE_SHARE * dice.unit() * (Pod.MEMORY_LIMIT - live);
  }

  static double pauses(Subject subject, Dice dice, long at) {
    return dice.poisson(((Pod) subject).isShortOfMemory(at) ? 80 : 1.5);
  }

  static double ready(Subject subject, Dice dice, long at) {
    return ((Pod) subject).isUp(at) ? 1 : 0;
  }

  static double restarts(Subject subject, Dice dice, long at) {
    return ((Pod) subject).restarts();
  }

  static double pods(Subject subject, Dice dice, long at) {
    return ((Pod) subject).service().pods().size();
  }

  static double podsUp(Subject subject, Dice dice, long at) {
    return ((Pod) subject).service().pods().stream().filter(pod -> pod.isUp(at)).count();
  }

  /** Renewed a month before it would expire. */
  static double certificate(Subject subject, Dice dice, long at) {
    long age = Math.floorMod(at, CERTIFICATE_RENEWED);
    return (CERTIFICATE_LIFE - age) / (double) Origin.SECOND;
  }

  /** Fills by three hundredths a day and is tidied up at midnight. */
  static double disk(Subject subject, Dice dice, long at) {
    return 0.52 + 0.03 * Math.floorMod(at, DAY) / DAY + 0.0002 * dice.unit();
  }
}
