// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks;

import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.detection.SeriesDetector;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What judging one point costs: always the same row, or 100,000 rows one after another, which do
 * not fit into the caches. Run with {@code -prof gc} for the bytes allocated per point.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SeriesDetectorBenchmark {
  private static final int POINTS = 10_000;
  private static final int VALUES = 1 << 16;
  private static final int WARM_POINTS = 200;
  private static final long INTERVAL_MS = 60_000;

  /** One value in so many is an outlier. */
  private static final int OUTLIER_IN = 200;

  /** Series that are judged in turn. */
  @Param({"1", "100000"})
  public int rows;

  private final SeriesDetector detector = new SeriesDetector(DetectorSettings.defaults());
  private final Judged judged = new Judged();
  private byte[] block = new byte[0];
  private double[] values = new double[0];
  private int row;
  private int next;
  private long atMs;

  /** Draws values, and judges some of every row. */
  @Setup
  public void warm() {
    Random random = new Random(1);
    values = new double[VALUES];
    for (int i = 0; i < VALUES; i++) {
      double size = random.nextInt(OUTLIER_IN) == 0 ? 50 : 10;
      values[i] = 100 + size * random.nextGaussian();
    }
    block = new byte[rows * SeriesDetector.BYTES];
    for (long i = 0; i < (long) WARM_POINTS * rows; i++) {
      judgeNext();
    }
  }

  /** Nanoseconds per point. */
  @Benchmark
  @OperationsPerInvocation(POINTS)
  public double judge() {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += judgeNext();
    }
    return sum;
  }

  private double judgeNext() {
    if (row == 0) {
      atMs += INTERVAL_MS;
    }
    detector.step(block, row * SeriesDetector.BYTES, atMs, values[next], judged);
    row = row + 1 == rows ? 0 : row + 1;
    next = (next + 1) & (VALUES - 1);
    return judged.score();
  }
}
