// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.Folders;
import io.signalbox.testbed.JobStatus;
import io.signalbox.testbed.KafkaTopics;
import io.signalbox.testbed.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** One run of a scenario, on a cluster of its own that starts empty. */
final class Stage implements AutoCloseable {
  private static final Duration JOB_LIMIT = Duration.ofMinutes(2);
  private final Scenario scenario;
  private final Cluster cluster;
  private final List<String> jobs = new ArrayList<>();

  Stage(ClusterSettings settings, Scenario scenario, Consumer<String> progress)
      throws IOException, InterruptedException {
    this.scenario = scenario;
    Folders.delete(settings.run());
    this.cluster = Cluster.up(settings, progress);
    try {
      submit();
    } catch (IOException | InterruptedException | RuntimeException failed) {
      cluster.close();
      throw failed;
    }
  }

  /**
   * Feeds the jobs, lets the fault strike, and returns when they have nothing left to do.
   *
   * @return input records
   */
  long play(Fault fault) throws IOException, InterruptedException {
    try (Consumption consumption = new Consumption(cluster.bootstrapServers(), scenario)) {
      FutureTask<Void> feeding = new FutureTask<>(this::feed);
      new Thread(feeding, "feed").start();
      fault.strike(cluster, jobs, consumption);
      feeding.get();
      new Quiet(consumption, scenario.still()).await();
      return consumption.written();
    } catch (ExecutionException failed) {
      throw new IOException("the feed failed", failed.getCause());
    }
  }

  /** The cluster, to be looked at. */
  Cluster cluster() {
    return cluster;
  }

  /** Ids of the jobs, in the order of the scenario. */
  List<String> jobs() {
    return jobs;
  }

  /** The committed output so far. */
  SortedMap<String, Integer> output() throws IOException {
    return CommittedRecords.read(cluster.bootstrapServers(), scenario.outputs());
  }

  @Override
  public void close() throws IOException {
    cluster.close();
  }

  private Void feed() throws IOException, InterruptedException {
    scenario.feed().run(cluster.bootstrapServers());
    return null;
  }

  private void submit() throws IOException, InterruptedException {
    try (KafkaTopics topics = new KafkaTopics(cluster.bootstrapServers())) {
      topics.createMissing(scenario.extraTopics());
    }
    for (Submission job : scenario.jobs()) {
      String id = cluster.submit(job);
      jobs.add(id);
      cluster.await(id, "runs", JOB_LIMIT, JobStatus::allRunning);
    }
  }
}
