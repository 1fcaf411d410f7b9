// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/**
 * Lets so many items of each reader pass, and the others when it is opened. Whether it is open is
 * static because the sources are made by Flink, out of reach; a source waits without holding up
 * checkpoints.
 *
 * @param free items of each reader that pass at once
 * @param opens whether it is ever opened
 */
record Gate(long free, boolean opens) implements RateLimiterStrategy<NumberSequenceSplit> {
  private static final long serialVersionUID = 1;
  private static final CompletableFuture<Void> OPEN = new CompletableFuture<>();
  private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();

  /** Opens all gates of this process that are to be opened. */
  static void open() {
    OPEN.complete(null);
  }

  @Override
  public RateLimiter<NumberSequenceSplit> createRateLimiter(int parallelism) {
    return new RateLimiter<>() {
      private long passed;

      @Override
      public CompletionStage<Void> acquire(int items) {
        passed += items;
        return passed <= free ? CompletableFuture.completedFuture(null) : opens ? OPEN : NEVER;
      }
    };
  }
}
