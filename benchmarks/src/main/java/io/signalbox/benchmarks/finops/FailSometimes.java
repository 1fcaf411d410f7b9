// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.schemas.finops.UsageBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Fails so often, each time some usages behind a checkpoint, so that what came since must come
 * again. What is counted is static because it must outlive the failures.
 */
final class FailSometimes extends RichMapFunction<UsageBatch, UsageBatch>
    implements CheckpointListener {
  private static final long serialVersionUID = 1;
  private static final long PAUSE_MS = 20;
  private static final AtomicInteger PLANNED = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static final AtomicLong SEEN = new AtomicLong();
  private static final AtomicLong STEP = new AtomicLong();

  private transient boolean checkpointed;

  /** Begins anew, with failures spread over so many usages. */
  static void plan(int failures, long usages) {
    PLANNED.set(failures);
    FAILED.set(0);
    SEEN.set(0);
    STEP.set(usages / (failures + 1));
  }

  /** How often it has failed since. */
  static int failed() {
    return FAILED.get();
  }

  /**
   * As fast as they come, but slowly where a failure is due and waits for a checkpoint, so that the
   * usages are not over before the last failure.
   */
  static RateLimiterStrategy<NumberSequenceSplit> pace() {
    return parallelism -> items -> isDue() ? later() : CompletableFuture.completedFuture(null);
  }

  private static CompletionStage<Void> later() {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS));
  }

  private static boolean isDue() {
    int next = FAILED.get() + 1;
    return next <= PLANNED.get() && SEEN.get() >= next * STEP.get();
  }

  @Override
  public UsageBatch map(UsageBatch batch) {
    SEEN.incrementAndGet();
    int failed = FAILED.get();
    if (checkpointed && isDue() && FAILED.compareAndSet(failed, failed + 1)) {
      throw new IllegalStateException("failure " + (failed + 1) + ", as planned");
    }
    return batch;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = true;
  }
}
