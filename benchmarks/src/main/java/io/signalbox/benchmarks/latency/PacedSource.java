// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.benchmarks.load.LoadSource;
import io.signalbox.benchmarks.load.MetricLoad;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Sends each request when the schedule says, or at once when that has passed; the event time of its
 * points is the intended time in either case, so a stall anywhere counts for all that it delays.
 */
final class PacedSource implements GeneratorFunction<Long, byte[]> {
  private static final long serialVersionUID = 1;

  private final MetricLoad load;
  private final Schedule schedule;

  PacedSource(MetricLoad load, Schedule schedule) {
    this.load = load;
    this.schedule = schedule;
  }

  @Override
  public byte[] map(Long number) {
    long range = LoadSource.ENDLESS / schedule.sources();
    int source = (int) (number / range) % schedule.sources();
    long step = number % range;
    long intended = schedule.at(step);
    for (long wait = intended - WallClock.nanos(); wait > 0; wait = intended - WallClock.nanos()) {
      LockSupport.parkNanos(wait);
    }
    int own = load.services() / schedule.sources();
    LatencyProbe.sent(load.series());
    return load.request(source * own + (int) (step % own), intended / 1_000_000);
  }
}
