// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** Lets items pass, and fails twice behind a checkpoint, so that what came since comes again. */
public final class FailTwice<T> extends RichMapFunction<T, T> implements CheckpointListener {
  private static final long serialVersionUID = 1;

  /** How often it fails. */
  public static final int FAILURES = 2;

  private static final int CHECKPOINTS = 2;
  private static final int ITEMS = 50;
  private static final AtomicInteger FAILED = new AtomicInteger();

  private transient int checkpoints;
  private transient int since;

  /** Has not failed yet: before a job. */
  public static void begin() {
    FAILED.set(0);
  }

  /** How often it has failed. */
  public static int failed() {
    return FAILED.get();
  }

  /** Lets a job go on after so many failures, and no more. */
  public static Configuration restarts() {
    Configuration restarts = new Configuration();
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, FAILURES);
    restarts.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    return restarts;
  }

  @Override
  public T map(T item) {
    if (checkpoints >= CHECKPOINTS && ++since > ITEMS) {
      int failed = FAILED.get();
      if (failed < FAILURES && FAILED.compareAndSet(failed, failed + 1)) {
        throw new IllegalStateException("meant to fail");
      }
    }
    return item;
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) {
    checkpoints++;
    since = 0;
  }
}
