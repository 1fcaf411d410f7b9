// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

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
   * The least input watermark of a task over its subtasks.
   *
   * @param task part of its name
   * @return epoch milliseconds, empty before every subtask has one
   * @throws IOException when Flink does not answer, or the job has no such task
   */
  OptionalLong watermark(String id, String task) throws IOException, InterruptedException {
    for (JsonNode vertex : rest.get("/jobs/" + id).path("vertices")) {
      if (vertex.path("name").asText().contains(task)) {
        String path = "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/watermarks";
        JsonNode subtasks = rest.get(path);
        return subtasks.size() < vertex.path("parallelism").asInt()
            ? OptionalLong.empty()
            : least(subtasks);
      }
    }
    throw new IOException("job " + id + " has no task " + task);
  }

  private static OptionalLong least(JsonNode subtasks) {
    long least = Long.MAX_VALUE;
    for (JsonNode subtask : subtasks) {
      least = Math.min(least, Long.parseLong(subtask.path("value").asText()));
    }
    return least == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
  }

  /**
   * What a counter comes to over all tasks since they were started; Flink asks them now and then.
   */
  long counter(String id, String name) throws IOException, InterruptedException {
    long sum = 0;
    for (JsonNode vertex : rest.get("/jobs/" + id).path("vertices")) {
      String path = "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      for (JsonNode metric : rest.get(path)) {
        String full = metric.path("id").asText();
        if (full.endsWith("." + name)) {
          String query = "?agg=sum&get=" + URLEncoder.encode(full, StandardCharsets.UTF_8);
          sum += rest.get(path + query).path(0).path("sum").asLong();
        }
      }
    }
    return sum;
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
