// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Ways in which a series can be as usual. Sizes, and often a period, are drawn by chance. */
enum CleanShape {
  /** Independent values around a level. */
  NOISE {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double deviation = level * between(chance, 0.01, 0.3);
      return fill(size, i -> level + deviation * chance.nextGaussian());
    }
  },
  /** Values that are never negative and sometimes many times the usual one. */
  SKEWED {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double width = between(chance, 0.2, 1);
      return fill(size, i -> level * StrictMath.exp(width * chance.nextGaussian()));
    }
  },
  /** Counts of what comes independently. */
  COUNTS {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double mean = StrictMath.exp(between(chance, -3, 5));
      return fill(size, i -> count(chance, mean));
    }
  },
  /** The sum of independent steps. */
  WALK {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double step = StrictMath.exp(between(chance, -3, 3));
      double[] at = {level(chance)};
      return fill(size, i -> at[0] += step * chance.nextGaussian());
    }
  },
  /** Values that forget the last one slowly. */
  SLUGGISH {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double kept = between(chance, 0.5, 0.98);
      double deviation = level * between(chance, 0.01, 0.1);
      double news = deviation * StrictMath.sqrt(1 - kept * kept);
      double[] off = {0};
      return fill(size, i -> level + (off[0] = kept * off[0] + news * chance.nextGaussian()));
    }
  },
  /** A line that rises or falls, with or without noise. */
  GROWTH {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double slope = level * between(chance, -0.001, 0.01);
      double noise = chance.nextBoolean() ? 0 : Math.abs(slope) * between(chance, 0, 3);
      return fill(size, i -> level + slope * i + noise * chance.nextGaussian());
    }
  },
  /** The same step after every so many values. */
  STAIRS {
    @Override
    double[] values(Random chance, int size, int inADay) {
      int wide = 2 + chance.nextInt(60);
      double high = Math.rint(between(chance, 1, 10));
      return fill(size, i -> high * Math.floorDiv(i, wide));
    }
  },
  /** On and off, by the clock or by chance. */
  SWITCH {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double on = level(chance);
      double changes = between(chance, 0.01, 0.3);
      int period = chance.nextBoolean() ? 4 + chance.nextInt(60) : 0;
      boolean[] is = {false};
      return fill(
          size,
          i -> {
            is[0] ^= period == 0 ? chance.nextDouble() < changes : i % period < 2;
            return is[0] ? on : 0;
          });
    }
  },
  /** A value that stays for a while and then moves a little, as memory in use does. */
  HELD {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double moves = between(chance, 0.01, 0.5);
      double high = StrictMath.exp(between(chance, 0, 8));
      double[] at = {1e3 * level(chance)};
      return fill(
          size,
          i -> at[0] += chance.nextDouble() < moves ? Math.rint(high * chance.nextGaussian()) : 0);
    }
  },
  /** Mostly a floor, and often, at irregular times, much more for a moment. */
  BURSTS {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double often = between(chance, 0.02, 0.2);
      double high = level(chance);
      double noise = chance.nextBoolean() ? 0 : 0.05 * high;
      return fill(
          size,
          i ->
              Math.abs(noise * chance.nextGaussian())
                  + (chance.nextDouble() < often ? high * between(chance, 0.3, 1.5) : 0));
    }
  },
  /** A wave of a day. */
  DAYS {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double swing = level * between(chance, 0.2, 0.9);
      double noise = level * between(chance, 0.01, 0.1);
      return fill(
          size,
          i ->
              level
                  + swing * StrictMath.sin(2 * Math.PI * i / inADay)
                  + noise * chance.nextGaussian());
    }
  },
  /** A job that comes at the same time every night, not always as high or as long. */
  NIGHTLY_JOB {
    @Override
    double[] values(Random chance, int size, int inADay) {
      double level = level(chance);
      double noise = level * between(chance, 0.02, 0.1);
      double high = level * between(chance, 1, 8);
      int begins = chance.nextInt(inADay * 22 / 24);
      int usual = Math.max(1, (int) (inADay / 24.0 * between(chance, 0.3, 1.5)));
      double differs = chance.nextBoolean() ? 0 : between(chance, 0, 0.2);
      double[] tonight = new double[size / inADay + 1];
      Arrays.setAll(tonight, i -> 1 + differs * (2 * chance.nextDouble() - 1));
      return fill(
          size,
          i -> {
            int since = i % inADay - begins;
            double much = tonight[i / inADay];
            double job = since >= 0 && since < usual * much ? high * much : 0;
            return level + job + noise * chance.nextGaussian();
          });
    }
  };

  /**
   * Makes a series.
   *
   * @param chance decides everything
   * @param size values, above 0
   * @param inADay values of a day, above 0
   */
  abstract double[] values(Random chance, int size, int inADay);

  /** Whether it makes sense only once some days were seen. */
  boolean isDaily() {
    return this == DAYS || this == NIGHTLY_JOB;
  }

  static double between(Random chance, double low, double high) {
    return low + (high - low) * chance.nextDouble();
  }

  private static double level(Random chance) {
    return StrictMath.exp(between(chance, 0, 7));
  }

  private static double[] fill(int size, IntToDoubleFunction next) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = next.applyAsDouble(i);
    }
    return values;
  }

  private static int count(Random chance, double mean) {
    int count = -1;
    for (double left = mean; left >= 0; count++) {
      left += StrictMath.log(1 - chance.nextDouble());
    }
    return count;
  }
}
