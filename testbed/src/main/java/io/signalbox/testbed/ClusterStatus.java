// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.util.List;
import java.util.SortedMap;

/**
 * What a cluster is doing.
 *
 * @param processes every process that belongs to it, running or not
 * @param jobs every job the JobManager knows; empty when it does not answer
 * @param topicEnds end offsets summed over the partitions of each topic; empty when Kafka does not
 *     answer
 */
public record ClusterStatus(
    List<ProcessStatus> processes, List<JobStatus> jobs, SortedMap<String, Long> topicEnds) {

  /**
   * One process.
   *
   * @param name name of its log and pid file
   * @param pid its number, 0 when it does not run
   */
  public record ProcessStatus(String name, long pid) {}

  /** True when every process runs. */
  public boolean complete() {
    return processes.stream().allMatch(process -> process.pid() != 0);
  }
}
