// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import io.signalbox.benchmarks.load.Sent;
import java.util.function.BooleanSupplier;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a job without an end in this process, warms it up and measures it. */
public final class MeasuredJob {
  private static final long PAUSE_MS = 20;
  private static final int MANAGED_MEGABYTES = 1024;

  private MeasuredJob() {}

  /**
   * What it needed for what was sent meanwhile.
   *
   * @param warmUpCpuSeconds cpu time of the process before measuring
   * @param cpuSeconds cpu time that is measured, at least
   */
  public static Window measure(
      StreamExecutionEnvironment environment, double warmUpCpuSeconds, double cpuSeconds)
      throws Exception {
    try (EmbeddedJob job = EmbeddedJob.start(environment, MANAGED_MEGABYTES)) {
      WarmUp warmUp = new WarmUp(warmUpCpuSeconds);
      await(job, warmUp::isOver);
      Window.Start start = Window.Start.now(Sent.points());
      double end = start.cpuSeconds() + cpuSeconds;
      await(job, () -> Meter.cpuSeconds() >= end);
      return start.end(Sent.points());
    }
  }

  private static void await(EmbeddedJob job, BooleanSupplier over) throws Exception {
    while (!over.getAsBoolean()) {
      job.pause(PAUSE_MS);
    }
  }
}
