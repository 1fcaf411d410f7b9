// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;

/** What vital signs read on a good day. */
final class GoodDay {
  private static final double LIVE_SHARE = 0.8;
  private static final double GARBAGE_SHARE = 0.3;
  private static final long DAY = 86_400L * Origin.SECOND;
  private static final long CERTIFICATE_LIFE = 90 * DAY;
  private static final long CERTIFICATE_RENEWED = 60 * DAY;

  private GoodDay() {}

  static Usual always(double value) {
    return (reading, dice, at) -> value;
  }

  static Usual counts(double mean) {
    return (reading, dice, at) -> dice.poisson(mean);
  }

  static Usual levels(double mean, double spread) {
    return (reading, dice, at) -> mean + spread * dice.normal();
  }

  static double liveHeap(Reading reading, Dice dice, long at) {
    return LIVE_SHARE * reading.pod().memory(at) * (1 + 0.005 * dice.normal());
  }

  static double heap(Reading reading, Dice dice, long at) {
    double live = LIVE_SHARE * reading.pod().memory(at);
    return live + GARBAGE_SHARE * dice.unit() * (Pod.MEMORY_LIMIT - live);
  }

  static double pauses(Reading reading, Dice dice, long at) {
    return dice.poisson(reading.pod().isShortOfMemory(at) ? 80 : 1.5);
  }

  static double ready(Reading reading, Dice dice, long at) {
    return reading.pod().isUp(at) ? 1 : 0;
  }

  static double restarts(Reading reading, Dice dice, long at) {
    return reading.pod().restarts();
  }

  static double pods(Reading reading, Dice dice, long at) {
    return reading.pod().service().pods().size();
  }

  static double podsUp(Reading reading, Dice dice, long at) {
    return reading.pod().service().pods().stream().filter(pod -> pod.isUp(at)).count();
  }

  /** Renewed a month before it would expire. */
  static double certificate(Reading reading, Dice dice, long at) {
    long age = Math.floorMod(at, CERTIFICATE_RENEWED);
    return (CERTIFICATE_LIFE - age) / (double) Origin.SECOND;
  }

  /** Fills by three hundredths a day and is tidied up at midnight. */
  static double disk(Reading reading, Dice dice, long at) {
    return 0.52 + 0.03 * Math.floorMod(at, DAY) / DAY + 0.0002 * dice.unit();
  }

  /** Time since the cache beside a container was started. */
  static double cacheUptime(Reading reading, Dice dice, long at) {
    return (at - reading.pod().startedAt()) / (double) Origin.SECOND;
  }

  /** Questions put to a model provider. */
  static double questions(Reading reading, Dice dice, long at) {
    return reading.pod().tally().takeQuestions(reading.detail());
  }

  /** Tokens that a model provider counted, in lots. */
  static double tokens(Reading reading, Dice dice, long at) {
    return reading.pod().tally().takeTokens(reading.detail()) / Vital.TOKENS.each();
  }

  /** What a pod sends, bytes. */
  static double sent(Reading reading, Dice dice, long at) {
    return dice.around(90_000, 0.1);
  }
}
