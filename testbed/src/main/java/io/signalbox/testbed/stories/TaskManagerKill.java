// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.Await;
import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Ends a TaskManager with SIGKILL once so much input is committed, and starts it again. */
final class TaskManagerKill implements Fault {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private final int taskManager;
  private final long threshold;
  private long killedAt;
  private long recoveryMs;
  private long restores;

  /**
   * Plans the kill.
   *
   * @param taskManager which, 1 or greater
   * @param threshold input records that must be committed first
   */
  TaskManagerKill(int taskManager, long threshold) {
    this.taskManager = taskManager;
    this.threshold = Math.max(1, threshold);
  }

  @Override
  public void strike(Cluster cluster, List<String> jobs, Consumption consumption)
      throws IOException, InterruptedException {
    Await.until(
        threshold + " input records are committed",
        LIMIT,
        () -> consumption.consumed() >= threshold);
    killedAt = consumption.consumed();
    long start = System.nanoTime();
    cluster.killTaskManager(taskManager);
    cluster.startTaskManager(taskManager);
    Await.until("all jobs run again", LIMIT, () -> recovered(cluster, jobs));
    recoveryMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** What happened, with the verdict on the output. */
  Round round(int number, long inputRecords, Difference difference) {
    return new Round(number, killedAt, inputRecords, restores, recoveryMs, difference);
  }

  private boolean recovered(Cluster cluster, List<String> jobs)
      throws IOException, InterruptedException {
    cluster.reviveTaskManagers();
    restores = 0;
    boolean running = true;
    for (String id : jobs) {
      JobStatus job = cluster.job(id);
      restores += job.restores();
      running &= job.allRunning();
    }
    return running && restores > 0;
  }
}
