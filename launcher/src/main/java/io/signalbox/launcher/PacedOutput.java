// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Holds records back so that event time runs no faster than asked for. */
final class PacedOutput implements SimulationOutput {
  private final SimulationOutput next;
  private final long startMs;
  private final double pace;
  private final long beganNs = System.nanoTime();

  /**
   * Starts the clock.
   *
   * @param start event time at which the world begins
   * @param pace seconds of event time per second, above 0
   */
  PacedOutput(SimulationOutput next, Instant start, double pace) {
    this.next = next;
    this.startMs = start.toEpochMilli();
    this.pace = pace;
  }

  @Override
  public void accept(SignalTopic topic, long atMs, byte[] record) throws IOException {
    long dueNs = (long) (TimeUnit.MILLISECONDS.toNanos(atMs - startMs) / pace);
    try {
      TimeUnit.NANOSECONDS.sleep(dueNs - (System.nanoTime() - beganNs));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    }
    next.accept(topic, atMs, record);
  }

  @Override
  public void close() throws IOException {
    next.close();
  }
}
