// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until jobs have nothing left to do: their input is consumed, no transaction is open, and
 * the output has stood still for many checkpoints.
 */
final class Quiet {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private final Consumption consumption;
  private final Duration still;
  private Map<TopicPartition, Long> last = Map.of();
  private long since = System.nanoTime();

  Quiet(Consumption consumption, Duration still) {
    this.consumption = consumption;
    this.still = still;
  }

  void await() throws InterruptedException {
    Await.until("the jobs have consumed their input and rest", LIMIT, this::holds);
  }

  private boolean holds() throws IOException {
    Map<TopicPartition, Long> now = consumption.settledOutput();
    boolean busy = now.isEmpty() || consumption.consumed() < consumption.written();
    if (busy || !now.equals(last)) {
      last = now;
      since = System.nanoTime();
      return false;
    }
    return System.nanoTime() - since > still.toNanos();
  }
}
