// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;

/** Runs storms in a JVM of their own. */
public final class StormBench {
  private StormBench() {}

  /**
   * Runs it.
   *
   * @param heap of the run, such as 4g
   */
  public static StormResult run(StormSpec spec, String heap) throws Exception {
    String input = BenchResults.json().writeValueAsString(spec);
    return BenchResults.json()
        .readValue(ChildJvm.run(StormRun.class, Collector.DEFAULT, heap, input), StormResult.class);
  }
}
