// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.Cluster;
import java.io.IOException;
import java.util.List;

/** Something that happens to a cluster while jobs work through their input. */
@FunctionalInterface
interface Fault {
  /** Nothing happens. */
  Fault NONE = (cluster, jobs, consumption) -> {};

  /**
   * Waits for its moment, strikes, and returns when all jobs run again.
   *
   * @param jobs ids of the jobs that run
   */
  void strike(Cluster cluster, List<String> jobs, Consumption consumption)
      throws IOException, InterruptedException;
}
