// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job as Flink reports it.
 *
 * @param id 32 hex digits
 * @param name name of the job
 * @param state RUNNING, RESTARTING, FINISHED and so on
 * @param runningTasks tasks that run
 * @param tasks tasks of the graph
 * @param checkpoints checkpoints completed
 * @param failedCheckpoints checkpoints failed
 * @param restores restores from a checkpoint or savepoint since the JobManager started
 * @param checkpointMs duration of the last completed checkpoint in milliseconds, 0 before the first
 * @param checkpointBytes full size of the state in it, 0 before the first
 */
public record JobStatus(
    String id,
    String name,
    String state,
    int runningTasks,
    int tasks,
    long checkpoints,
    long failedCheckpoints,
    long restores,
    long checkpointMs,
    long checkpointBytes) {

  static JobStatus of(JsonNode job, JsonNode checkpoints) {
    JsonNode counts = checkpoints.path("counts");
    JsonNode last = checkpoints.path("latest").path("completed");
    return new JobStatus(
        job.path("jid").asText(),
        job.path("name").asText(),
        job.path("state").asText(),
        job.path("tasks").path("running").asInt(),
        job.path("tasks").path("total").asInt(),
        counts.path("completed").asLong(),
        counts.path("failed").asLong(),
        counts.path("restored").asLong(),
        last.path("end_to_end_duration").asLong(),
        last.path("state_size").asLong());
  }

  /** True when the job and each of its tasks runs. */
  public boolean allRunning() {
    return state.equals("RUNNING") && tasks > 0 && runningTasks == tasks;
  }
}
