// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Submits a job to the cluster and prints its id. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    customSynopsis = "signalbox submit [OPTIONS] JOB [-- ARGS...]",
    description = {
      "Submits a job to the cluster that up has started, and prints its id. It reads from and writes"
          + " to that cluster's Kafka unless its options say otherwise."
    })
final class SubmitCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(
      names = {"-p", "--parallelism"},
      paramLabel = "N",
      description = "Parallelism of the job (default: that of flink-conf/config.yaml).")
  private int parallelism;

  @Option(
      names = "--from",
      paramLabel = "SAVEPOINT",
      description = "Savepoint or checkpoint to go on from.")
  private @Nullable String from;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "Another fat jar than that of this repository; JOB is then a main class.")
  private @Nullable Path jar;

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "all, correlate, detect, finops or quality.")
  private String job;

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Options of the job, after --.")
  private List<String> arguments = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ClusterSettings settings = options.settings();
    Submission submission = submission(settings).at(parallelism).from(from);
    String id = Cluster.at(settings, line -> {}).submit(submission);
    UpCommand.say(spec.commandLine().getOut(), id);
    return 0;
  }

  private Submission submission(ClusterSettings settings) throws IOException {
    if (jar != null) {
      return new Submission(jar.toAbsolutePath(), job, arguments, 0, null);
    }
    if (!DeployJar.ENTRY_CLASSES.containsKey(job)) {
      throw new ParameterException(
          spec.commandLine(),
          "no job " + job + ": it is one of " + DeployJar.ENTRY_CLASSES.keySet());
    }
    return DeployJar.submission(
        settings.root(), job, settings.ports().bootstrapServers(), arguments);
  }
}
