// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A detector with one series before it, and what came out of it. */
final class Judging {
  static final long MINUTE_MS = 60_000;
  static final int IN_A_DAY = 288;

  final SeriesDetector detector;
  final byte[] block = new byte[SeriesDetector.BYTES];
  final Judged out = new Judged();
  final Random random;
  long atMs = 1_700_000_000_000L / 86_400_000 * 86_400_000;
  long stepMs = 5 * MINUTE_MS;
  int alarms;
  double highestScore;

  Judging(long seed) {
    this(seed, DetectorSettings.defaults());
  }

  Judging(long seed, DetectorSettings settings) {
    random = new Random(seed);
    detector = new SeriesDetector(settings);
  }

  Judged see(double value) {
    atMs += stepMs;
    detector.step(block, 0, atMs, value, out);
    alarms += out.alarm ? 1 : 0;
    highestScore = Math.max(highestScore, out.score());
    return out;
  }

  /** Feeds values; counts of alarms and the highest score begin anew. */
  Judging feed(int count, IntToDoubleFunction values) {
    alarms = 0;
    highestScore = 0;
    for (int i = 0; i < count; i++) {
      see(values.applyAsDouble(i));
    }
    return this;
  }

  Judging noise(int count, double level, double deviation) {
    return feed(count, i -> level + deviation * random.nextGaussian());
  }

  /** A daily wave of 288 values with noise. */
  Judging days(int days, double level, double swing, double deviation) {
    return feed(days * IN_A_DAY, i -> wave(i, level, swing) + deviation * random.nextGaussian());
  }

  static double wave(int i, double level, double swing) {
    return level + swing * Math.sin(2 * Math.PI * i / IN_A_DAY);
  }
}
