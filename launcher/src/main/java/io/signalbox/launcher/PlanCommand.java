// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.GraphListing;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Shows what a job is made of without running it. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows the operators of a job, their uids and its topics, without running it.",
    footer = {
      "",
      "Options of the jobs may follow, see docs/options.md:",
      "  signalbox plan detect --topics.metrics.pattern 'otlp_metrics.*'"
    })
final class PlanCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "detect, correlate, finops or all.")
  private Job job = Job.ALL;

  @Unmatched private List<String> options = new ArrayList<>();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    JobOptions bound = JobOptions.of(options.toArray(new String[0]));
    StreamExecutionEnvironment environment = Job.planning();
    job.build(environment, bound);
    PrintWriter out = spec.commandLine().getOut();
    out.println("operators (uid \"name\" <- inputs):");
    GraphListing.of(environment).forEach(line -> out.println("  " + line));
    out.println("reads:");
    job.reads(bound).forEach(topic -> out.println("  " + topic));
    out.println("writes:");
    job.writes(bound).forEach(topic -> out.println("  " + topic));
    out.flush();
    return 0;
  }
}
