// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Arrays;
import java.util.Random;

/** Faults that nobody would dispute. */
enum InjectedFault {
  /** The level moves by six deviations or more and stays for a while. */
  SHIFT {
    @Override
    Segment into(double[] values, int at, double deviation, Random chance) {
      double by = side(chance) * times(chance, 6) * deviation;
      return add(values, at, 20 + chance.nextInt(60), by);
    }
  },
  /** Three to eight values lie eight deviations off or more. */
  SPIKE {
    @Override
    Segment into(double[] values, int at, double deviation, Random chance) {
      double by = side(chance) * times(chance, 8) * deviation;
      return add(values, at, 3 + chance.nextInt(6), by);
    }
  },
  /** Nothing is left. */
  ZERO {
    @Override
    Segment into(double[] values, int at, double deviation, Random chance) {
      int to = Math.min(values.length, at + 10 + chance.nextInt(40));
      Arrays.fill(values, at, to, 0);
      return new Segment(at, to - 1);
    }
  },
  /** What always moved stands still; that is not to be known before some values. */
  STUCK {
    @Override
    Segment into(double[] values, int at, double deviation, Random chance) {
      int to = Math.min(values.length, at + 12 + chance.nextInt(30));
      Arrays.fill(values, at, to, values[at]);
      return new Segment(at + UNKNOWABLE, to - 1);
    }
  };

  /** Values that stand still and yet say nothing. */
  static final int UNKNOWABLE = 4;

  /**
   * Puts the fault into a series.
   *
   * @param values changed
   * @param at the place where it begins
   * @param deviation usual one, above 0
   * @param chance decides what is open
   * @return where it is to be found
   */
  abstract Segment into(double[] values, int at, double deviation, Random chance);

  /** So many at least, twenty times as many at most, and rather few than many. */
  private static double times(Random chance, double least) {
    return least * StrictMath.exp(3 * StrictMath.pow(chance.nextDouble(), 2));
  }

  private static int side(Random chance) {
    return chance.nextBoolean() ? 1 : -1;
  }

  private static Segment add(double[] values, int at, int length, double by) {
    int to = Math.min(values.length, at + length);
    for (int i = at; i < to; i++) {
      values[i] += by;
    }
    return new Segment(at, to - 1);
  }
}
