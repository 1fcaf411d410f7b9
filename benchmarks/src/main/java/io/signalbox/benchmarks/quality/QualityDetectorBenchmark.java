// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.Discoveries;
import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.FamilyRule;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ValueDetector;
import io.signalbox.analytics.quality.ValueShift;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an event costs a detector: always the same one, or 1,000 one after another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QualityDetectorBenchmark {
  private static final int VALUES = 1 << 16;

  /** Detectors that take turns. */
  @Param({"1", "1000"})
  public int detectors;

  private double[] values = new double[0];
  private RateDetector[] rates = new RateDetector[0];
  private RateDetector[] segments = new RateDetector[0];
  private ValueDetector[] numbers = new ValueDetector[0];
  private int next;

  /** Draws values; a tenth are hits. */
  @Setup
  public void draw() {
    values = new Random(1).doubles(VALUES).toArray();
    rates = new RateDetector[detectors];
    segments = new RateDetector[detectors];
    numbers = new ValueDetector[detectors];
    FamilyRule family = new FamilyRule(new Discoveries(), 10_000, 0.05);
    Arrays.setAll(rates, i -> new RateDetector(DriftSettings.DEFAULT));
    Arrays.setAll(segments, i -> new RateDetector(family));
    Arrays.setAll(numbers, i -> new ValueDetector(DriftSettings.DEFAULT));
  }

  private int turn() {
    next = next == Integer.MAX_VALUE ? 0 : next + 1;
    return next;
  }

  /** A rate of all answers. */
  @Benchmark
  public @Nullable RateShift rate() {
    int turn = turn();
    return rates[turn % detectors].add(values[turn & (VALUES - 1)] < .1);
  }

  /** A rate of one of many segments. */
  @Benchmark
  public @Nullable RateShift segment() {
    int turn = turn();
    return segments[turn % detectors].add(values[turn & (VALUES - 1)] < .1);
  }

  /** A number: five rates. */
  @Benchmark
  public @Nullable ValueShift number() {
    int turn = turn();
    return numbers[turn % detectors].add(values[turn & (VALUES - 1)]);
  }
}
