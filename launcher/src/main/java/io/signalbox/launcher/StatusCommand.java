// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterStatus;
import io.signalbox.testbed.ClusterStatus.ProcessStatus;
import io.signalbox.testbed.JobStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what the cluster is doing. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows processes, jobs with their checkpoints, and how many offsets each topic holds (markers of"
          + " transactions count).",
      "Exit status 1 when a process of the cluster does not run."
    })
final class StatusCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ClusterStatus status =
        Cluster.at(options.settings(), line -> UpCommand.say(out, line)).status();
    for (ProcessStatus process : status.processes()) {
      String state = process.pid() == 0 ? "does not run" : "pid " + process.pid();
      out.printf("%-18s %s%n", process.name(), state);
    }
    status.jobs().forEach(job -> print(out, job));
    status.topicEnds().forEach((topic, end) -> out.printf("topic %-18s %,d%n", topic, end));
    out.flush();
    return status.complete() ? 0 : 1;
  }

  private static void print(PrintWriter out, JobStatus job) {
    out.printf(
        "job %s %s %s, %d of %d tasks run%n",
        job.id(), job.name(), job.state(), job.runningTasks(), job.tasks());
    out.printf(
        "    checkpoints: %,d done, %,d failed, %,d restored; last %,d ms, %,d bytes%n",
        job.checkpoints(),
        job.failedCheckpoints(),
        job.restores(),
        job.checkpointMs(),
        job.checkpointBytes());
  }
}
