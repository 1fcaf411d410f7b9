// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.Folders;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a job in a JVM of its own in front of a Kafka that starts empty. */
public final class PagingBench {
  private PagingBench() {}

  /**
   * Runs it.
   *
   * @param settings of the cluster, of which only Kafka has work
   * @param spec by the address of its Kafka
   * @param heap of the run, such as 2g
   * @param progress told what starts
   */
  public static PagingResult run(
      ClusterSettings settings,
      Function<String, PagingSpec> spec,
      String heap,
      Consumer<String> progress)
      throws Exception {
    Folders.delete(settings.run());
    try (Cluster cluster = Cluster.up(settings, progress)) {
      String input = BenchResults.json().writeValueAsString(spec.apply(cluster.bootstrapServers()));
      String result = ChildJvm.run(PagingRun.class, Collector.CONCURRENT, heap, input);
      return BenchResults.json().readValue(result, PagingResult.class);
    }
  }
}
