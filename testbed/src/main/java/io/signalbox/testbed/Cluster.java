// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import io.signalbox.testbed.ClusterStatus.ProcessStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Kafka and a real Flink cluster on this machine, each process a JVM of its own, so that
 * killing one means something. The processes outlive the JVM that started them; {@link #close} ends
 * them.
 */
public final class Cluster implements AutoCloseable {
  private static final Duration SUBMIT = Duration.ofMinutes(2);
  private static final Pattern JOB_ID = Pattern.compile("JobID ([0-9a-f]{32})");

  private final ClusterSettings settings;
  private final Consumer<String> progress;
  private final Processes processes;
  private final FlinkProcesses flink;
  private final Startup startup;
  private final Jobs jobs;

  private Cluster(ClusterSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.processes = new Processes(settings);
    this.flink = new FlinkProcesses(settings);
    this.startup = new Startup(settings, processes, flink, progress);
    this.jobs = new Jobs(new FlinkRest(settings.ports().rest()));
  }

  /** The cluster of a run folder as it is, running or not. */
  public static Cluster at(ClusterSettings settings, Consumer<String> progress) {
    return new Cluster(settings, progress);
  }

  /**
   * Starts what does not run yet, makes missing topics, and returns when all of it is ready.
   *
   * @throws IllegalStateException when a port is taken, or a process does not come up
   */
  public static Cluster up(ClusterSettings settings, Consumer<String> progress)
      throws IOException, InterruptedException {
    Cluster cluster = new Cluster(settings, progress);
    RememberedPorts.fix(settings.run(), settings.ports(), cluster.anyRunning());
    new Libraries(settings, progress).fetch();
    cluster.startup.start();
    cluster.startup.awaitKafka();
    cluster.awaitTaskManagers();
    return cluster;
  }

  /** What Kafka clients are given as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return settings.ports().bootstrapServers();
  }

  /** Address of Flink's web page. */
  public String webPage() {
    return "http://127.0.0.1:" + settings.ports().rest();
  }

  /**
   * Submits a job and returns its id.
   *
   * @throws IllegalStateException when no cluster runs, or with what the client said
   */
  public String submit(Submission job) throws IOException, InterruptedException {
    if (!running("jobmanager")) {
      throw new IllegalStateException("no cluster runs in " + settings.run() + ": start it first");
    }
    List<String> arguments = new ArrayList<>(List.of("run", "-d", "-c", job.entryClass()));
    if (job.parallelism() > 0) {
      arguments.addAll(List.of("-p", Integer.toString(job.parallelism())));
    }
    if (job.from() != null) {
      arguments.addAll(List.of("-s", job.from()));
    }
    arguments.add(job.jar().toString());
    arguments.addAll(job.arguments());
    String said = flink.client(arguments).run(settings.log("submit"), SUBMIT);
    Matcher id = JOB_ID.matcher(said);
    if (!id.find()) {
      throw new IllegalStateException("the client printed no job id:\n" + said);
    }
    return id.group(1);
  }

  /**
   * A job as Flink reports it.
   *
   * @throws IOException when Flink does not answer or knows no such job
   */
  public JobStatus job(String id) throws IOException, InterruptedException {
    return jobs.list().stream()
        .filter(job -> job.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException("no job " + id));
  }

  /**
   * Waits until a job is as wanted, and meanwhile keeps its TaskManagers alive.
   *
   * @param what names the wish in an error
   */
  public void await(String id, String what, Duration limit, Wish wish) throws InterruptedException {
    Await.until(
        "job " + id + " " + what,
        limit,
        () -> {
          reviveTaskManagers();
          return wish.holds(job(id));
        });
  }

  /** Something one may wait for in a job. */
  @FunctionalInterface
  public interface Wish {
    /** True when the job is as wanted. */
    boolean holds(JobStatus job);
  }

  /**
   * The least input watermark of a task of a job, epoch milliseconds; empty before it has one.
   *
   * @param task part of its name
   * @throws IOException when Flink does not answer, or there is no such task
   */
  public OptionalLong watermark(String id, String task) throws IOException, InterruptedException {
    return jobs.watermark(id, task);
  }

  /**
   * What a counter of a job comes to over all tasks since their last start, some ten seconds old.
   *
   * @throws IOException when Flink does not answer
   */
  public long counter(String id, String name) throws IOException, InterruptedException {
    return jobs.counter(id, name);
  }

  /** Waits until all TaskManagers, and no others, are registered with all their slots. */
  public void awaitTaskManagers() throws InterruptedException {
    startup.awaitFlink(jobs);
  }

  /** Ends a TaskManager, 1 or greater, with SIGKILL. */
  public void killTaskManager(int n) throws IOException {
    if (!processes.kill(FlinkProcesses.taskManagerName(n))) {
      throw new IllegalStateException("taskmanager " + n + " does not run");
    }
  }

  /** Starts a TaskManager that does not run; returns before it has registered. */
  public void startTaskManager(int n) throws IOException {
    processes.start(flink.taskManager(n));
  }

  /**
   * Starts the TaskManagers that have ended, as an orchestrator does: Flink ends one that loses its
   * peer while it closes a task.
   */
  public void reviveTaskManagers() throws IOException {
    for (int n = 1; n <= settings.taskManagers(); n++) {
      String name = FlinkProcesses.taskManagerName(n);
      if (!running(name)) {
        progress.accept(name + " has ended and is started again");
        startTaskManager(n);
      }
    }
  }

  /** Stops a job with a savepoint and returns where the savepoint is. */
  public String stopWithSavepoint(String id, Duration limit)
      throws IOException, InterruptedException {
    return jobs.stopWithSavepoint(id, settings.run().resolve("savepoints"), limit);
  }

  /** What the cluster is doing; what does not answer is left out, and named to the listener. */
  public ClusterStatus status() throws IOException, InterruptedException {
    List<ProcessStatus> found = new ArrayList<>();
    for (String name : names()) {
      found.add(new ProcessStatus(name, processes.find(name).map(ProcessHandle::pid).orElse(0L)));
    }
    return new ClusterStatus(found, knownJobs(), topicEnds());
  }

  /**
   * Stops every process of this run folder, workers first, and says which.
   *
   * @return false when none ran
   */
  public boolean stop() throws IOException {
    boolean any = false;
    for (String name : names()) {
      if (processes.stop(name)) {
        any = true;
        progress.accept("stopped " + name);
      }
    }
    return any;
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private List<JobStatus> knownJobs() throws IOException, InterruptedException {
    if (!running("jobmanager")) {
      return List.of();
    }
    try {
      return jobs.list();
    } catch (IOException silent) {
      progress.accept("the JobManager does not answer");
      return List.of();
    }
  }

  private SortedMap<String, Long> topicEnds() throws IOException {
    if (running("kafka")) {
      try (KafkaTopics topics = new KafkaTopics(bootstrapServers())) {
        return topics.endsByTopic();
      } catch (IOException silent) {
        progress.accept("Kafka does not answer");
      }
    }
    return new TreeMap<>();
  }

  private boolean anyRunning() throws IOException {
    for (String name : names()) {
      if (running(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean running(String name) throws IOException {
    return processes.find(name).isPresent();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int n = 1; n <= settings.taskManagers(); n++) {
      names.add(FlinkProcesses.taskManagerName(n));
    }
    names.add("jobmanager");
    names.add("kafka");
    return names;
  }
}
