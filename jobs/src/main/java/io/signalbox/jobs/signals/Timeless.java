// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * For topics that people write when they like, such as changes and rules: they hold up no one, and
 * what is written counts from when it comes. Only after a start, when there may be a backlog of
 * everything, event time waits until what was written before can have been read: telemetry must not
 * overtake it.
 */
public final class Timeless<T> implements WatermarkGenerator<T> {
  private final RelativeClock clock;
  private final long settledNs;

  private Timeless(RelativeClock clock, Duration settle) {
    this.clock = clock;
    this.settledNs = clock.relativeTimeNanos() + settle.toNanos();
  }

  /**
   * Event time of such a topic.
   *
   * @param settle wall time that the reading of a backlog may take
   */
  public static <T> WatermarkStrategy<T> after(Duration settle) {
    return WatermarkStrategy.forGenerator(
        context -> new Timeless<>(context.getInputActivityClock(), settle));
  }

  @Override
  public void onEvent(T item, long timestamp, WatermarkOutput output) {
    onPeriodicEmit(output);
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (clock.relativeTimeNanos() - settledNs >= 0) {
      output.markIdle();
    }
  }
}
