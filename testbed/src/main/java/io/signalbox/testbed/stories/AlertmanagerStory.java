// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.testbed.AlertmanagerProcess;
import io.signalbox.testbed.Await;
import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.Folders;
import io.signalbox.testbed.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * TaskManagers die by SIGKILL, one after the other, while incidents open and resolve and a real
 * Alertmanager is told of them. In the end people must have heard of each incident once, of its end
 * once, and of nothing else.
 */
public final class AlertmanagerStory {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int PER_ROUND = 8;
  private static final int LASTING = 5;
  private static final long FOR_EVER_MS = Duration.ofDays(1).toMillis();
  private static final long SHORTEST_MS = 3_000;
  private static final int SPREAD_MS = 15_000;

  /** Three of them must outlast a recovery on a busy machine. */
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Longer than the time between two tellings: what comes back would be seen. */
  private static final Duration AFTERWARDS = INTERVAL.plusSeconds(5);

  private static final List<String> OPTIONS =
      List.of(
          "--correlation.settle",
          "500ms",
          "--correlation.linger",
          "2s",
          "--alertmanager.interval",
          INTERVAL.toString());

  private final ClusterSettings settings;
  private final Consumer<String> progress;
  private final Random random = new Random(1);

  /** Sets the stage; progress is told of each step. */
  public AlertmanagerStory(ClusterSettings settings, Consumer<String> progress) {
    this.settings = settings.in(settings.run().resolve("stories/alertmanager"));
    this.progress = progress;
  }

  /**
   * Kills and restores.
   *
   * @param times number of kills, at least 1
   */
  public Paging run(int times) throws IOException, InterruptedException {
    Folders.delete(settings.run());
    try (PagedPeople people = new PagedPeople();
        Cluster cluster = Cluster.up(settings, progress);
        AlertmanagerProcess pager =
            AlertmanagerProcess.start(settings.run().resolve("alertmanager"), people.url())) {
      String job = submit(cluster, pager);
      try (EpisodeFeed feed = new EpisodeFeed(cluster.bootstrapServers(), 4)) {
        for (int i = 0; i < LASTING; i++) {
          feed.fail("lasting-" + i, FOR_EVER_MS);
        }
        awaitOpen(cluster, "the lasting are open");
        for (int round = 1; round <= times; round++) {
          round(cluster, job, feed, round);
        }
        awaitOpen(cluster, "all but the lasting are over");
        Await.until("Alertmanager holds these", LIMIT, () -> pager.active().size() == LASTING);
        TimeUnit.MILLISECONDS.sleep(AFTERWARDS.toMillis());
        return Paging.of(incidents(cluster), people.told(), pager.active());
      }
    }
  }

  private static void awaitOpen(Cluster cluster, String what)
      throws IOException, InterruptedException {
    Await.until(what, LIMIT, () -> Paging.open(incidents(cluster)) == LASTING);
  }

  private String submit(Cluster cluster, AlertmanagerProcess pager)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("--alertmanager.url", pager.url()));
    String job =
        cluster.submit(
            DeployJar.submission(
                settings.root(), "correlate", cluster.bootstrapServers(), options));
    cluster.await(job, "runs", LIMIT, JobStatus::allRunning);
    return job;
  }

  /** Incidents begin before and while a TaskManager dies, and end before, while and after. */
  private void round(Cluster cluster, String job, EpisodeFeed feed, int round)
      throws IOException, InterruptedException {
    for (int i = 0; i < PER_ROUND; i++) {
      feed.fail("service-" + round + "-" + i, SHORTEST_MS + random.nextInt(SPREAD_MS));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1000));
    }
    long before = cluster.job(job).restores();
    int victim = 1 + round % settings.taskManagers();
    long start = System.nanoTime();
    cluster.killTaskManager(victim);
    cluster.startTaskManager(victim);
    for (int i = 0; i < 2; i++) {
      feed.fail("meanwhile-" + round + "-" + i, SHORTEST_MS + random.nextInt(SPREAD_MS));
    }
    cluster.await(
        job, "is restored", LIMIT, status -> status.restores() > before && status.allRunning());
    progress.accept(
        "round "
            + round
            + ": taskmanager "
            + victim
            + " killed, all tasks run again after "
            + Duration.ofNanos(System.nanoTime() - start).toSeconds()
            + " s");
  }

  private static List<Incident> incidents(Cluster cluster) throws IOException {
    List<Incident> incidents = new ArrayList<>();
    List<IOException> bad = new ArrayList<>();
    CommittedRecords.read(
        cluster.bootstrapServers(),
        List.of(Topics.INCIDENTS.name()),
        message -> {
          try {
            incidents.add(RecordJson.read(message.value(), Incident.class));
          } catch (IOException e) {
            bad.add(e);
          }
        });
    if (!bad.isEmpty()) {
      throw bad.get(0);
    }
    return incidents;
  }
}
