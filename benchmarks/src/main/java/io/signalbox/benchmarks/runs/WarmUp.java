// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

/**
 * Tells when a process is warm: when it has had its cpu time and the compilers rest, for what they
 * take has nothing to do with what is measured.
 */
public final class WarmUp {
  /** Cpu time over which the compilers are watched. */
  private static final double STEP = 3;

  /** Seconds of compiling in a step that count as rest. */
  private static final double REST = 0.1 * STEP;

  private static final double PATIENCE = 3;

  private final double least;
  private final double most;
  private double stepCpu;
  private double stepCompiled;
  private boolean rested;

  /**
   * Starts now.
   *
   * @param cpuSeconds at least; three times as much is enough in any case
   */
  public WarmUp(double cpuSeconds) {
    stepCpu = Meter.cpuSeconds();
    stepCompiled = Meter.compileSeconds();
    least = stepCpu + cpuSeconds;
    most = stepCpu + PATIENCE * cpuSeconds;
  }

  /** True when it is over; asked often. */
  public boolean isOver() {
    double cpu = Meter.cpuSeconds();
    if (cpu - stepCpu >= STEP) {
      double compiled = Meter.compileSeconds();
      rested = compiled - stepCompiled <= REST;
      stepCpu = cpu;
      stepCompiled = compiled;
    }
    return cpu >= most || (rested && cpu >= least);
  }
}
