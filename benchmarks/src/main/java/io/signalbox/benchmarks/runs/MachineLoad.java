// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time that all cores of the machine have spent since it started, in seconds; zeros where the
 * system does not tell.
 *
 * @param busy on work of any process
 * @param stolen that the host gave to others
 */
public record MachineLoad(double busy, double stolen) {
  private static final Path STAT = Path.of("/proc/stat");
  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final double TICKS_PER_SECOND = 100;
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int STEAL = 8;

  /** As the system tells it now. */
  public static MachineLoad now() throws IOException {
    return Files.isReadable(STAT) ? parse(Files.readAllLines(STAT).get(0)) : new MachineLoad(0, 0);
  }

  /** Reads the first line of /proc/stat: user nice system idle iowait irq softirq steal. */
  static MachineLoad parse(String line) {
    String[] fields = line.trim().split("\\s+");
    double busy = 0;
    for (int i = 1; i < STEAL; i++) {
      busy += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
    }
    return new MachineLoad(
        busy / TICKS_PER_SECOND, Long.parseLong(fields[STEAL]) / TICKS_PER_SECOND);
  }

  /** Processes that ran or wanted to, a mean over the last minute; -1 where it is not told. */
  public static double average() throws IOException {
    return Files.isReadable(LOAD) ? Double.parseDouble(Files.readString(LOAD).split(" ")[0]) : -1;
  }
}
