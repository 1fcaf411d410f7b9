// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks that are kept back, under unaligned checkpoints and a failure between two of them. */
class WriteBackITCase {
  private static final AtomicInteger FAILURES = new AtomicInteger();

  @TempDir private Path folder;

  /** The story of a seed, with a watermark stated after each batch and one behind the end. */
  private static final class Story implements GeneratorFunction<Long, SignalBatch> {
    private static final long serialVersionUID = 1;
    private transient @Nullable List<SignalBatch> told;

    static List<SignalBatch> told() {
      List<SignalBatch> all = new ArrayList<>();
      long latest = Long.MIN_VALUE;
      for (SignalBatch batch : WriteBackTest.story(8)) {
        latest = Math.max(latest, batch.latestMs());
        all.add(batch);
        all.add(SignalBatch.progress(latest - WriteBackTest.DISORDER));
      }
      all.add(SignalBatch.progress(WriteBackTest.T0 + 90_000));
      return all;
    }

    @Override
    public SignalBatch map(Long number) {
      if (told == null) {
        told = told();
      }
      return told.get(number.intValue());
    }
  }

  /** Fails once, some records after the third checkpoint. */
  private static final class FailOnce extends RichMapFunction<String, String>
      implements CheckpointListener {
    private static final long serialVersionUID = 1;
    private transient long completed;
    private transient int since;

    @Override
    public String map(String line) {
      if (completed >= 3 && ++since > 5 && FAILURES.compareAndSet(0, 1)) {
        throw new IllegalStateException("meant to fail");
      }
      return line;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      completed = checkpointId;
    }
  }

  private List<String> run(String backend, long cache, int parallelism) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("state.backend.type", backend);
    settings.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
    settings.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    LivingFold fold = new LivingFold();
    fold.cache(cache);
    var lines =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new Story(),
                    Story.told().size(),
                    RateLimiterStrategy.perCheckpoint(40),
                    new SignalBatchType()),
                BatchTimes.stated(),
                "Story")
            .setParallelism(1)
            .filter(batch -> batch.kind() != BatchKind.PROGRESS)
            .setParallelism(1)
            .keyBy(SignalBatch::key, Types.STRING)
            .transform("Fold", Types.STRING, fold)
            .map(new FailOnce())
            .returns(Types.STRING);
    List<String> found = new ArrayList<>();
    try (CloseableIterator<String> each = lines.executeAndCollect()) {
      each.forEachRemaining(found::add);
    }
    Collections.sort(found);
    return found;
  }

  @Test
  void aRunThatFailedBetweenUnalignedCheckpointsFindsTheSame() throws Exception {
    FAILURES.set(1);
    List<String> expected = run("hashmap", 0, 1);
    FAILURES.set(0);
    List<String> found = run("rocksdb", 1 << 20, 2);
    assertEquals(1, FAILURES.get(), "it was meant to fail once");
    assertTrue(expected.size() > 100);
    assertEquals(expected, found);
  }
}
