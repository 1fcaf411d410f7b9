// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a container has counted since it started; the cumulative metrics are read from it. */
public final class Tally {
  /** Scale of the buckets of sizes: four to a doubling. */
  public static final int SIZE_SCALE = 2;

  private static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };
  private static final double SIZES_PER_LOG = (1 << SIZE_SCALE) / StrictMath.log(2);
  private static final int SIZES = 64;

  private final long[] durations = new long[BOUNDS.length + 1];
  private final long[] sizes = new long[SIZES];
  private double durationSum;
  private double sizeSum;
  private long good;
  private long bad;
  private long busyNs;
  private long inputTokens;
  private long outputTokens;
  private long pauses;
  private double pauseSum;
  private final Map<String, long[]> asked = new HashMap<>();

  Tally() {}

  /** Upper bounds of the buckets of durations, seconds. */
  public static double[] bounds() {
    return BOUNDS.clone();
  }

  /** Counts requests that were answered alike. */
  public void answered(long durationNs, boolean failed, int requests) {
    double seconds = durationNs / (double) Origin.SECOND;
    int bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
      bucket++;
    }
    durations[bucket] += requests;
    durationSum += seconds * requests;
    busyNs += durationNs * requests;
    if (failed) {
      bad += requests;
    } else {
      good += requests;
    }
  }

  /** Counts a request body; sizes from 1 byte to 64 KiB are told apart, four to a doubling. */
  public void received(double bytes) {
    int bucket = (int) StrictMath.ceil(StrictMath.log(bytes) * SIZES_PER_LOG) - 1;
    sizes[Math.max(0, Math.min(SIZES - 1, bucket))]++;
    sizeSum += bytes;
  }

  /** Counts what a model read and wrote. */
  public void used(long input, long output) {
    inputTokens += input;
    outputTokens += output;
  }

  /** Counts a question to a model provider. */
  public void asked(String provider, long tokens) {
    long[] fresh = asked.computeIfAbsent(provider, p -> new long[2]);
    fresh[0]++;
    fresh[1] += tokens;
  }

  /** Questions put to a provider since this was last asked. */
  public long takeQuestions(String provider) {
    return take(provider, 0);
  }

  /** Tokens that a provider counted since this was last asked. */
  public long takeTokens(String provider) {
    return take(provider, 1);
  }

  private long take(String provider, int which) {
    long[] fresh = asked.getOrDefault(provider, new long[2]);
    long taken = fresh[which];
    fresh[which] = 0;
    return taken;
  }

  /** Counts garbage collections. */
  public void paused(int times, double seconds) {
    pauses += times;
    pauseSum += seconds;
  }

  /** Requests per bucket of duration, one more than {@link #bounds}; not to be changed. */
  public long[] durations() {
    return durations;
  }

  /** Sum of all durations, seconds. */
  public double durationSum() {
    return durationSum;
  }

  /** Bodies per bucket of size; not to be changed. */
  public long[] sizes() {
    return sizes;
  }

  /** Sum of all body sizes, bytes. */
  public double sizeSum() {
    return sizeSum;
  }

  /** Requests answered well. */
  public long good() {
    return good;
  }

  /** Requests that failed. */
  public long bad() {
    return bad;
  }

  /** Tokens read by models. */
  public long inputTokens() {
    return inputTokens;
  }

  /** Tokens written by models. */
  public long outputTokens() {
    return outputTokens;
  }

  /** Garbage collections. */
  public long pauses() {
    return pauses;
  }

  /** Time spent in them, seconds. */
  public double pauseSum() {
    return pauseSum;
  }

  /** Time spent on requests since this was last asked, nanoseconds; several at once add up. */
  public long takeBusyNs() {
    long taken = busyNs;
    busyNs = 0;
    return taken;
  }

  void clear() {
    asked.clear();
    Arrays.fill(durations, 0);
    Arrays.fill(sizes, 0);
    durationSum = 0;
    sizeSum = 0;
    good = 0;
    bad = 0;
    busyNs = 0;
    inputTokens = 0;
    outputTokens = 0;
    pauses = 0;
    pauseSum = 0;
  }
}
