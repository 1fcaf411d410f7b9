// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.LatestTotals;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.testbed.Await;
import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.Folders;
import io.signalbox.testbed.JobStatus;
import io.signalbox.testbed.stories.CommittedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Spans and usage events come in over Kafka, prices are told, mended and approved over Kafka, and a
 * TaskManager dies by SIGKILL in the middle. What is committed must come to what the command for
 * files makes of the same: every net row and every total, to the last digit.
 */
public final class BillStory {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration STILL = Duration.ofSeconds(10);
  private static final int KILLED_AT = BillWorld.SECONDS / 2;
  private static final String ACCOUNT = "signalbox";
  private static final int EXAMPLES = 5;

  /** At twenty times the pace the usual ten seconds would leave what comes late half a second. */
  private static final String DISORDER = "60s";

  private final ClusterSettings settings;
  private final List<String> times;
  private final Consumer<String> progress;
  private final BillWorld world = new BillWorld();

  /**
   * Sets the stage.
   *
   * @param idle wall time after which a silent partition holds up no one, as the jobs take it; a
   *     short one makes usages late after the restart
   * @param progress is told of each step
   */
  public BillStory(ClusterSettings settings, String idle, Consumer<String> progress) {
    this.times = List.of("--disorder", DISORDER, "--idle", idle);
    this.settings = settings.in(settings.run().resolve("stories/bill"));
    this.progress = progress;
  }

  /** What a bill comes to. */
  private record Bill(List<String> totals, List<String> net) {}

  /**
   * Runs once.
   *
   * @return what differs from the command, a line each; empty when nothing does
   */
  public List<String> run() throws IOException, InterruptedException {
    Folders.delete(settings.run());
    Path folder = settings.run().resolve("bill");
    CostInputs inputs = world.write(folder);
    new CostRun(
            inputs,
            folder.resolve("command"),
            FocusBill.plain(new BillingAccount(ACCOUNT, ACCOUNT)))
        .run();
    Bill expected =
        new Bill(
            Files.readAllLines(folder.resolve("command/totals.json")),
            ExactCosts.net(folder.resolve("command/charges.csv")));
    progress.accept(
        "the command for files: "
            + expected.net().size()
            + " net rows, "
            + (expected.totals().size() - 2)
            + " totals");
    try (Cluster cluster = Cluster.up(settings, progress);
        BillFeed feed = new BillFeed(world, cluster.bootstrapServers())) {
      List<String> jobs = List.of(submit(cluster, "detect", times), finops(cluster, inputs));
      play(cluster, feed, jobs);
      List<String> differences = compared(cluster, feed, expected, folder);
      progress.accept(
          cluster.counter(jobs.get(1), "signalbox_late_batches")
              + " batches came behind the watermark since then");
      return differences;
    }
  }

  private String finops(Cluster cluster, CostInputs inputs)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(times);
    options.addAll(List.of("--finops.catalogue", inputs.prices().toString()));
    options.addAll(List.of("--finops.account", ACCOUNT));
    return submit(cluster, "finops", options);
  }

  private String submit(Cluster cluster, String job, List<String> options)
      throws IOException, InterruptedException {
    String id =
        cluster.submit(
            DeployJar.submission(settings.root(), job, cluster.bootstrapServers(), options));
    cluster.await(id, "runs", LIMIT, JobStatus::allRunning);
    return id;
  }

  private void play(Cluster cluster, BillFeed feed, List<String> jobs)
      throws IOException, InterruptedException {
    FutureTask<Void> feeding =
        new FutureTask<>(
            () -> {
              feed.run();
              return null;
            });
    new Thread(feeding, "feed").start();
    Await.until("half is sent", LIMIT, () -> feeding.isDone() || feed.second() >= KILLED_AT);
    kill(cluster, jobs);
    try {
      feeding.get();
    } catch (ExecutionException failed) {
      throw new IOException("the feed failed", failed.getCause());
    }
  }

  private void kill(Cluster cluster, List<String> jobs) throws IOException, InterruptedException {
    long start = System.nanoTime();
    cluster.killTaskManager(1);
    cluster.startTaskManager(1);
    for (String job : jobs) {
      cluster.await(
          job, "is restored", LIMIT, status -> status.restores() > 0 && status.allRunning());
    }
    progress.accept(
        "a TaskManager killed at second "
            + KILLED_AT
            + " of "
            + BillWorld.SECONDS
            + ", all tasks run again after "
            + Duration.ofNanos(System.nanoTime() - start).toSeconds()
            + " s");
  }

  private List<String> compared(Cluster cluster, BillFeed feed, Bill expected, Path folder)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    long since = System.nanoTime();
    Bill last = committed(cluster, folder);
    while (System.nanoTime() < end
        && !(last.equals(expected) && System.nanoTime() - since > STILL.toNanos())) {
      Thread.sleep(1000); // asks other processes
      feed.passOn(); // event time goes on, and with it what came late
      Bill now = committed(cluster, folder);
      if (!now.equals(last)) {
        since = System.nanoTime();
        last = now;
      }
    }
    List<String> differences = new ArrayList<>();
    differ("net rows", expected.net(), last.net(), differences);
    differ("totals", expected.totals(), last.totals(), differences);
    return differences;
  }

  private static Bill committed(Cluster cluster, Path folder) throws IOException {
    NetRows net = new NetRows();
    LatestTotals totals = new LatestTotals();
    String charges = FinopsTopics.CHARGES.name();
    CommittedRecords.read(
        cluster.bootstrapServers(),
        List.of(charges, FinopsTopics.COST_TOTALS.name()),
        message -> {
          try {
            if (message.topic().equals(charges)) {
              net.add(RecordJson.read(message.value(), ChargeRow.class));
            } else {
              totals.add(RecordJson.read(message.value(), CostTotal.class));
            }
          } catch (IOException bad) {
            throw new UncheckedIOException(bad);
          }
        });
    Path file = folder.resolve("committed.json");
    TotalsJson.write(totals.totals(), file);
    return new Bill(Files.readAllLines(file), net.lines());
  }

  private static void differ(
      String what, List<String> expected, List<String> found, List<String> to) {
    List<String> lost = new ArrayList<>(expected);
    lost.removeAll(new HashSet<>(found));
    List<String> surplus = new ArrayList<>(found);
    surplus.removeAll(new HashSet<>(expected));
    if (!expected.equals(found)) {
      to.add(what + " differ: " + lost.size() + " lost, " + surplus.size() + " too many");
      lost.stream().limit(EXAMPLES).forEach(line -> to.add("lost:     " + line));
      surplus.stream().limit(EXAMPLES).forEach(line -> to.add("too many: " + line));
    }
  }
}
