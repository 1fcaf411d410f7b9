// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.io.IOException;

/**
 * What was used between two instants.
 *
 * @param points that were sent
 * @param seconds of wall time
 * @param cpuSeconds of this process
 * @param gcSeconds wall time of collectors
 * @param othersCpuSeconds of all other processes of the machine
 * @param stolenSeconds that the host gave to others
 * @param loadAverage of the machine at the end
 */
public record Window(
    long points,
    double seconds,
    double cpuSeconds,
    double gcSeconds,
    double othersCpuSeconds,
    double stolenSeconds,
    double loadAverage) {

  /** Points per second of cpu time of the whole process. */
  public double perCpuSecond() {
    return points / cpuSeconds;
  }

  /** Points per second of wall time. */
  public double perSecond() {
    return points / seconds;
  }

  /** The beginning of a window. */
  public record Start(
      long points, long nanos, double cpuSeconds, double gcSeconds, MachineLoad machine) {

    /** A window that begins now, with so many points sent. */
    public static Start now(long points) throws IOException {
      return new Start(
          points, System.nanoTime(), Meter.cpuSeconds(), Meter.gcSeconds(), MachineLoad.now());
    }

    /** The window up to now, with so many points sent. */
    public Window end(long pointsNow) throws IOException {
      double cpu = Meter.cpuSeconds() - cpuSeconds;
      MachineLoad after = MachineLoad.now();
      return new Window(
          pointsNow - points,
          (System.nanoTime() - nanos) / 1e9,
          cpu,
          Meter.gcSeconds() - gcSeconds,
          Math.max(0, after.busy() - machine.busy() - cpu),
          after.stolen() - machine.stolen(),
          MachineLoad.average());
    }
  }
}
