// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.testbed.Await;
import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.JobStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Looks at the jobs while a world passes by, and at what they have left. */
final class QuietHourRun implements Fault {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String CORRELATE = "Correlate episodes";

  /** Progress is written each second of event time; at the pace of the story it comes in steps. */
  private static final Duration LARGEST_STEP = Duration.ofMinutes(2);

  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private final SteadyCalls world;
  private final Instant quietFrom;
  private final Duration disorder;
  private final List<String> problems = new ArrayList<>();
  private long watermarkMs = Long.MIN_VALUE;

  /**
   * What came of it.
   *
   * @param problems what is wrong, one sentence each
   * @param openedAfter event time from the onset to the opening of the first incident, null without
   * @param watermarkMs where correlate's event time ended, epoch milliseconds
   * @param progressRecords of all partitions
   */
  record Seen(
      List<String> problems,
      @Nullable Duration openedAfter,
      long watermarkMs,
      long progressRecords) {
    String summary() {
      String opened =
          openedAfter == null ? "no incident" : "incident after " + openedAfter.toMillis() + " ms";
      return opened
          + ", correlate at "
          + Instant.ofEpochMilli(watermarkMs)
          + ", "
          + progressRecords
          + " progress records, "
          + problems.size()
          + " problems";
    }
  }

  QuietHourRun(SteadyCalls world, Instant quietFrom, JobOptions options) {
    this.world = world;
    this.quietFrom = quietFrom;
    this.disorder = options.time().disorder();
  }

  @Override
  public void strike(Cluster cluster, List<String> jobs, Consumption consumption)
      throws IOException, InterruptedException {
    String correlate = jobs.get(1);
    awaitTime(cluster, correlate, quietFrom);
    List<JobStatus> before = status(cluster, jobs);
    awaitTime(cluster, correlate, world.onset().minus(disorder).minus(ROUNDING));
    List<JobStatus> after = status(cluster, jobs);
    if (world.onset().isAfter(quietFrom)) {
      for (int i = 0; i < jobs.size(); i++) {
        compare(before.get(i), after.get(i));
      }
    }
    awaitTime(cluster, correlate, world.end().minus(disorder).minus(ROUNDING));
  }

  /** Those that failed before all tasks ran at the start do not count. */
  private void compare(JobStatus before, JobStatus after) {
    long completed = after.checkpoints() - before.checkpoints();
    long failed = after.failedCheckpoints() - before.failedCheckpoints();
    if (completed < 1 || failed > 0) {
      problems.add(
          after.name()
              + " in the quiet hour: "
              + completed
              + " checkpoints, "
              + failed
              + " failed");
    }
  }

  /** What the jobs have left; the cluster must still run. */
  Seen seen(Stage stage) throws IOException, InterruptedException {
    String servers = stage.cluster().bootstrapServers();
    for (JobStatus job : status(stage.cluster(), stage.jobs())) {
      if (job.restores() > 0) {
        problems.add(job.name() + " was restored: " + job);
      }
    }
    stage
        .cluster()
        .watermark(stage.jobs().get(1), CORRELATE)
        .ifPresent(reached -> watermarkMs = reached);
    Map<String, Long> progress = new TreeMap<>();
    long[] count = {0};
    CommittedRecords.read(
        servers,
        List.of("episodes", "edges", "changes"),
        message -> count[0] += look(message, progress) ? 1 : 0);
    return new Seen(problems, openedAfter(servers), watermarkMs, count[0]);
  }

  /** True for progress. Steps of progress must be small, and nothing else may be in the hour. */
  private boolean look(ConsumerRecord<byte[], byte[]> message, Map<String, Long> progress) {
    var header = message.headers().lastHeader(CanonicalRecord.PROGRESS);
    if (header == null) {
      long atMs = number(message.headers().lastHeader("event_ms").value());
      boolean inHour = atMs >= quietFrom.toEpochMilli() && atMs < world.onset().toEpochMilli();
      if (inHour && !message.topic().equals("edges")) {
        problems.add("not quiet: " + CanonicalRecord.of(message));
      }
      return false;
    }
    String partition = message.topic() + "-" + message.partition();
    long reachedMs = number(header.value());
    Long before = progress.put(partition, reachedMs);
    if (before != null && reachedMs - before > LARGEST_STEP.toMillis()) {
      problems.add(partition + " was without progress for " + (reachedMs - before) + " ms");
    }
    return true;
  }

  private @Nullable Duration openedAfter(String servers) throws IOException {
    List<Incident> incidents = new ArrayList<>();
    List<IOException> unreadable = new ArrayList<>();
    CommittedRecords.read(
        servers,
        List.of("incidents"),
        message -> {
          try {
            incidents.add(RecordJson.read(message.value(), Topics.INCIDENTS.type()));
          } catch (IOException problem) {
            unreadable.add(problem);
          }
        });
    if (!unreadable.isEmpty()) {
      throw unreadable.get(0);
    }
    return incidents.stream()
        .map(incident -> Duration.between(world.onset(), incident.openedAt()))
        .min(Duration::compareTo)
        .orElse(null);
  }

  private static long number(byte[] text) {
    return Long.parseLong(new String(text, StandardCharsets.UTF_8));
  }

  private static List<JobStatus> status(Cluster cluster, List<String> jobs)
      throws IOException, InterruptedException {
    List<JobStatus> all = new ArrayList<>();
    for (String id : jobs) {
      all.add(cluster.job(id));
    }
    return all;
  }

  private static void awaitTime(Cluster cluster, String job, Instant time)
      throws InterruptedException {
    Await.until(
        "event time of correlate reaches " + time,
        LIMIT,
        () -> {
          OptionalLong reached = cluster.watermark(job, CORRELATE);
          return reached.isPresent() && reached.getAsLong() >= time.toEpochMilli();
        });
  }
}
