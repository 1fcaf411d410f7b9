// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Time by two clocks: on a shared machine the wall clock also tells what others did.
 *
 * @param wall seconds
 * @param cpu seconds of this thread, collectors and compilers left out
 */
record Spent(double wall, double cpu) {
  private static final double NANOS = 1e9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static Spent now() {
    return new Spent(System.nanoTime() / NANOS, THREADS.getCurrentThreadCpuTime() / NANOS);
  }

  /** The same time by both clocks. */
  static Spent at(double seconds) {
    return new Spent(seconds, seconds);
  }

  Spent since(Spent start) {
    return new Spent(wall - start.wall, cpu - start.cpu);
  }

  Spent plus(Spent more) {
    return new Spent(wall + more.wall, cpu + more.cpu);
  }

  Spent orLater(Spent other) {
    return new Spent(Math.max(wall, other.wall), Math.max(cpu, other.cpu));
  }
}
