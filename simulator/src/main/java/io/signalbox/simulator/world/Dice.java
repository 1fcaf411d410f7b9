// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * A seeded generator whose throws are the same on every machine and Java version: SplitMix64
 * (Steele, Lea and Flood 2014) with distributions built from exact arithmetic and StrictMath. Every
 * stream of every service has dice of its own, so what one throws never moves another.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int BITS = 21;
  private static final long MASK = (1L << BITS) - 1;
  private static final double POISSON_BY_NORMAL = 30;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /**
   * Dice for one stream of one owner.
   *
   * @param seed of the world
   * @param owner service or other node
   * @param stream what the throws decide
   */
  public static Dice of(long seed, String owner, String stream) {
    return new Dice(mix(mix(mix(seed) ^ hash(owner)) ^ hash(stream)));
  }

  /** Dice for the i-th thing of a stream. */
  public static Dice of(long seed, String stream, long i) {
    return new Dice(mix(mix(mix(seed) ^ hash(stream)) + i * GOLDEN));
  }

  /** Any number. */
  public long any() {
    state += GOLDEN;
    return mix(state);
  }

  /** A whole number from 0 up to, but without, the bound (1..2^31-1). */
  public int below(int bound) {
    return (int) (((any() >>> 33) * bound) >>> 31);
  }

  /** A number in [0, 1). */
  public double unit() {
    return (any() >>> 11) * 0x1.0p-53;
  }

  /** True with that probability. */
  public boolean chance(double probability) {
    return probability > 0 && unit() < probability;
  }

  /** A standard normal number, within -6..6: the sum of twelve uniform ones (Irwin-Hall). */
  public double normal() {
    long sum = 0;
    for (int i = 0; i < 4; i++) {
      long bits = any();
      sum += (bits & MASK) + ((bits >>> BITS) & MASK) + ((bits >>> (2 * BITS)) & MASK);
    }
    return sum / (double) (1L << BITS) - 6;
  }

  /** A lognormal number with that median and spread (standard deviation of the logarithm). */
  public double around(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** An exponential number with that mean. */
  public double gap(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** A Poisson number; above a mean of 30 the rounded normal that is close to it. */
  public int poisson(double mean) {
    if (mean > POISSON_BY_NORMAL) {
      return (int) Math.max(0, StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash * 31 + text.charAt(i));
    }
    return hash;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
