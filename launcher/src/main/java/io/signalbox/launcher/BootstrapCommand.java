// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.savepoints.Bootstrap;
import io.signalbox.jobs.signals.CaptureReplay;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Makes a savepoint of history, so that a new deployment knows what is usual. */
@Command(
    name = "bootstrap",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs captures of the past through a job on an embedded Flink, keeps nothing of what is"
          + " found, and leaves a savepoint that the job starts from on a cluster:",
      "  signalbox bootstrap --in history --out SAVEPOINT",
      "  signalbox submit --from SAVEPOINT detect"
    },
    footer = {
      "",
      "Options of the jobs may follow, see docs/options.md; use those that the job will run with.",
      "History must end before the first record that the job will read from Kafka."
    })
final class BootstrapCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Captures, or folders of them.")
  private List<Path> in = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "SAVEPOINT",
      description = "Folder to be made.")
  private Path out = Path.of("savepoint");

  @Option(
      names = "--from",
      paramLabel = "SAVEPOINT",
      description = "Savepoint to go on from, of a bootstrap or of a job in canonical format.")
  private @Nullable Path from;

  @Option(
      names = "--job",
      defaultValue = "detect",
      showDefaultValue = Visibility.ALWAYS,
      description = "What will start from it: detect or all. All can start from either.")
  private Job job = Job.DETECT;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      showDefaultValue = Visibility.ALWAYS,
      description = "Tasks of each operator meanwhile.")
  private int parallelism;

  @Option(
      names = "--backend",
      defaultValue = "hashmap",
      showDefaultValue = Visibility.ALWAYS,
      description = "Where state is kept meanwhile: ${COMPLETION-CANDIDATES}.")
  private Backend backend = Backend.HASHMAP;

  @Unmatched private List<String> options = new ArrayList<>();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!job.readsTelemetry()) {
      String name = job.name().toLowerCase(Locale.ROOT);
      throw new ParameterException(spec.commandLine(), name + " reads no telemetry");
    }
    JobOptions bound = JobOptions.of(options.toArray(new String[0]));
    List<File> files = CaptureFiles.find(in, spec).stream().map(Path::toFile).toList();
    UpCommand.say(err(), "signalbox: learning from " + files.size() + " capture(s) ...");
    CaptureReplay history =
        new CaptureReplay(files, bound.time().disorder().toMillis(), false, bound.sought());
    new Bootstrap(job, List.of(history), from, parallelism, backend, bound).run(out);
    UpCommand.say(spec.commandLine().getOut(), out.toString());
    return 0;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
