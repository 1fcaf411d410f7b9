// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.benchmarks.load.MetricLoad;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.PointRows;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One scrape of many services folded into their tables, as the job does it once the state is at
 * hand: nanoseconds a point. With one service the block stays in the nearest cache, with many each
 * is fetched from memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PointFoldBenchmark {
  private static final int SERIES = 100;
  private static final int SCRAPES = 64;
  private static final long INTERVAL_MS = 10_000;
  private static final long FIRST_MS = 1_767_600_000_000L;
  private static final ShardKey KEY = new ShardKey("load", "service", "0");

  /** Services, 100 series each. */
  @Param({"1", "1000"})
  public int services;

  private final RequestCutter cutter = new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS);
  private final PointRows rows = new PointRows();
  private SeriesTable[] tables = {};
  private byte[] payload = {};
  private MetricLoad load = new MetricLoad(1, 1, MetricLoad.START_MS, 10_000);
  private long scrape;
  private int next;

  /** Folds until every baseline is warm. */
  @Setup
  public void warm() {
    load = new MetricLoad(1, SERIES, MetricLoad.START_MS, 10_000);
    tables = new SeriesTable[services];
    SeriesJudge judge = new SeriesJudge(SeriesSettings.defaults());
    for (int service = 0; service < services; service++) {
      tables[service] = new SeriesTable(judge);
    }
    for (int round = 0; round < SCRAPES; round++) {
      cut();
      for (SeriesTable table : tables) {
        rows.take(List.of(payload));
        table.fold(rows, KEY, episode -> {});
      }
    }
  }

  /** Cuts the next scrape, outside of what is measured. */
  @Setup(Level.Iteration)
  public void cut() {
    payload = payload(FIRST_MS + scrape++ * INTERVAL_MS);
  }

  private byte[] payload(long atMs) {
    SignalBatch[] cut = new SignalBatch[1];
    cutter.cut(
        SignalKind.METRICS,
        new Origin("requests", 0, 0, Long.MAX_VALUE),
        load.request(0, atMs),
        batch -> cut[0] = batch.kind() == BatchKind.METRICS ? batch : cut[0]);
    return cut[0].payload();
  }

  /** Indexing the rows of a batch and folding them. */
  @Benchmark
  @OperationsPerInvocation(SERIES)
  public void fold(Blackhole hole) {
    next = (next + 1) % tables.length;
    if (next == 0) {
      cut();
    }
    rows.take(List.of(payload));
    tables[next].fold(rows, KEY, hole::consume);
  }
}
