// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.schemas.finops.UsageBatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Fails so often, each time some usages behind a checkpoint, so that what came since must come
 * again. What is counted is static because it must outlive the failures.
 */
final class FailSometimes extends RichMapFunction<UsageBatch, UsageBatch>
    implements CheckpointListener {
  private static final long serialVersionUID = 1;
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

  @Override
  public UsageBatch map(UsageBatch batch) {
    long seen = SEEN.incrementAndGet();
    int next = FAILED.get() + 1;
    if (next <= PLANNED.get()
        && checkpointed
        && seen >= next * STEP.get()
        && FAILED.compareAndSet(next - 1, next)) {
      throw new IllegalStateException("failure " + next + ", as planned");
    }
    return batch;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpointed = true;
  }
}
