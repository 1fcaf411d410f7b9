// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

/** How the heap of a run is kept clean. */
public enum Collector {
  /** Least cpu time: for figures of work done by a cpu-second. */
  THROUGHPUT("-XX:+UseParallelGC"),

  /** What the profile of the testbed and Flink's own scripts have. */
  DEFAULT("-XX:+UseG1GC"),

  /** Moves nothing in a pause: for a state that is kept on the heap when latency counts. */
  CONCURRENT("-XX:+UseShenandoahGC");

  private final String flag;

  Collector(String flag) {
    this.flag = flag;
  }

  /** What a JVM is told. */
  public String flag() {
    return flag;
  }
}
