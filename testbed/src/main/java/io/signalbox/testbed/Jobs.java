// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The jobs of a JobManager: seen, and stopped. */
final class Jobs {
  private final FlinkRest rest;

  Jobs(FlinkRest rest) {
    this.rest = rest;
  }

  /** True when exactly so many TaskManagers with so many slots in all are registered. */
  boolean workers(int taskManagers, int slots) throws IOException, InterruptedException {
    JsonNode overview = rest.get("/overview");
    return overview.path("taskmanagers").asInt() == taskManagers
        && overview.path("slots-total").asInt() == slots;
  }

  /** All jobs that the JobManager knows, also those that have ended. */
  List<JobStatus> list() throws IOException, InterruptedException {
    List<JobStatus> jobs = new ArrayList<>();
    for (JsonNode job : rest.get("/jobs/overview").path("jobs")) {
      JsonNode checkpoints = rest.get("/jobs/" + job.path("jid").asText() + "/checkpoints");
      jobs.add(JobStatus.of(job, checkpoints));
    }
    return jobs;
  }

  /**
   * Stops a job with a savepoint.
   *
   * @return where the savepoint is
   * @throws IllegalStateException when it fails or takes too long
   */
  String stopWithSavepoint(String id, Path folder, Duration limit)
      throws IOException, InterruptedException {
    Map<String, Object> order =
        Map.of(
            "targetDirectory", folder.toUri().toString(), "drain", false, "formatType", "NATIVE");
    String trigger = rest.post("/jobs/" + id + "/stop", order).path("request-id").asText();
    String path = "/jobs/" + id + "/savepoints/" + trigger;
    Await.until(
        "savepoint of job " + id,
        limit,
        () -> rest.get(path).path("status").path("id").asText().equals("COMPLETED"));
    JsonNode operation = rest.get(path).path("operation");
    JsonNode location = operation.path("location");
    if (location.isMissingNode()) {
      throw new IllegalStateException("the savepoint failed: " + operation);
    }
    return location.asText();
  }
}
