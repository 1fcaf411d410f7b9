// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.function.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one load after the other to a server outside while the task goes on. After a failure it
 * pauses, longer each time, and never gives up: what is to be sent is the sender's to remember.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final long SHORTEST_PAUSE_MS = 500;
  private static final int DOUBLINGS = 10;
  private static final Duration LAST_WAIT = Duration.ofSeconds(15);

  private final String server;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService clock;
  private final long longestPauseMs;
  private final Counter delivered;
  private final Counter failed;
  private @Nullable CompletableFuture<?> way;
  private int failures;
  private long pausesUntilMs = Long.MIN_VALUE;

  /**
   * Waits for a first load.
   *
   * @param server in words, for the log
   * @param mailbox where the task hears of an arrival
   * @param clock time of the machine
   * @param longestPause after many failures
   * @param metrics gets the counters {@code delivered} and {@code failed}
   */
  Courier(
      String server,
      MailboxExecutor mailbox,
      ProcessingTimeService clock,
      Duration longestPause,
      MetricGroup metrics) {
    this.server = server;
    this.mailbox = mailbox;
    this.clock = clock;
    this.longestPauseMs = longestPause.toMillis();
    this.delivered = metrics.counter("delivered");
    this.failed = metrics.counter("failed");
  }

  /** True when it can take a load. */
  boolean isFree() {
    return way == null && clock.getCurrentProcessingTime() >= pausesUntilMs;
  }

  /**
   * Sees a load on its way.
   *
   * @param sent ends when the server has it
   * @param arrived runs in the task when it has
   */
  void carry(CompletableFuture<?> sent, ThrowingRunnable<? extends Exception> arrived) {
    way = sent;
    // A task that is over takes no mail, and needs none.
    var unused =
        sent.whenComplete(
            (done, problem) -> mailbox.execute(() -> ended(problem, arrived), "Load delivered"));
  }

  /** Waits a while for the load under way: the task is about to end well. */
  void awaitLast() throws InterruptedException {
    if (way != null) {
      try {
        way.get(LAST_WAIT.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException lost) {
        LOG.warn("The last load did not reach {}: {}", server, lost.toString());
      }
    }
  }

  private void ended(@Nullable Throwable problem, ThrowingRunnable<? extends Exception> arrived)
      throws Exception {
    way = null;
    if (problem == null) {
      failures = 0;
      delivered.inc();
      arrived.run();
      return;
    }
    failed.inc();
    if (failures == 0) {
      LOG.warn("{} cannot be reached, trying again: {}", server, problem.toString());
    }
    long pauseMs = SHORTEST_PAUSE_MS << Math.min(failures++, DOUBLINGS);
    pausesUntilMs = clock.getCurrentProcessingTime() + Math.min(pauseMs, longestPauseMs);
  }
}
