// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks;

import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.schemas.detection.SeriesTableCodec;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one tick of a shard costs: folding a point of every series, and the state block around it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SeriesTableBenchmark {
  private static final ShardKey KEY = new ShardKey("prod", "cart", "");
  private static final SeriesJudge JUDGE = new SeriesJudge(SeriesSettings.defaults());
  private static final int WARM_TICKS = 500;

  /** Series of the shard; microseconds per tick divided by it are microseconds per point. */
  @Param({"256"})
  public int series;

  private SeriesTable table = new SeriesTable(SeriesSettings.defaults());
  private GaugeTicks ticks = new GaugeTicks(0, 0);
  private byte[] block = new byte[0];

  /** Folds until every baseline is warm. */
  @Setup
  public void warm() {
    ticks = new GaugeTicks(series, 1);
    table = new SeriesTable(SeriesSettings.defaults());
    for (int i = 0; i < WARM_TICKS; i++) {
      table.fold(ticks.next(), KEY, episode -> {});
    }
    block = SeriesTableCodec.encode(table);
  }

  /** Drawing the points alone: to be taken off {@link #fold}. */
  @Benchmark
  public GaugeTicks draw() {
    return ticks.next();
  }

  /** One point of every series. */
  @Benchmark
  public void fold(Blackhole hole) {
    table.fold(ticks.next(), KEY, hole::consume);
  }

  /** The table from its block and back. */
  @Benchmark
  public byte[] decodeAndEncode() {
    return SeriesTableCodec.encode(SeriesTableCodec.decode(block.clone(), JUDGE));
  }

  /** A whole tick as the job does it: decode, fold, encode. */
  @Benchmark
  public byte[] tick(Blackhole hole) {
    SeriesTable restored = SeriesTableCodec.decode(block.clone(), JUDGE);
    restored.fold(ticks.next(), KEY, hole::consume);
    block = SeriesTableCodec.encode(restored);
    return block;
  }
}
