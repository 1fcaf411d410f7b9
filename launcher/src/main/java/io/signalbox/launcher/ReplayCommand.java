// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.quality.StatementFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs captures through the real jobs on an embedded Flink. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs captures in event time through the real jobs on an embedded Flink.",
    footer = {
      "",
      "Captures are *.zst (length-prefixed Export requests), *.jsonl (one OTLP/JSON request,"
          + " CDEvents",
      "event or statement of feedback a line), *.json and *.pb (one request each); folders are"
          + " searched for them.",
      "Options of the jobs may follow, see docs/options.md:",
      "  signalbox replay --in world --out found --disorder 30s"
    })
final class ReplayCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      arity = "1..*",
      required = true,
      paramLabel = "PATH",
      description = "Captures.")
  private List<Path> in = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the records go.")
  private Path out = Path.of("out");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "What turned out to be true of answers, a record of answer-labels a line; without"
              + " it answer-labels.jsonl of a folder of captures.")
  private @Nullable Path labels;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "What classical models predicted, a record of model-predictions a line; without"
              + " it model-predictions.jsonl of a folder of captures.")
  private @Nullable Path predictions;

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description =
          "What agents decided, a record of agent-decisions a line; without"
              + " it agent-decisions.jsonl of a folder of captures.")
  private @Nullable Path decisions;

  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description =
          "What came of it, a record of decision-outcomes a line; without"
              + " it decision-outcomes.jsonl of a folder of captures.")
  private @Nullable Path outcomes;

  @Option(names = "--job", defaultValue = "all", description = "What to run: all.")
  private String job = "all";

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
      description = "Tasks of each operator.")
  private int parallelism;

  @Option(
      names = "--backend",
      defaultValue = "hashmap",
      showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
      description = "State backend: ${COMPLETION-CANDIDATES}.")
  private Backend backend = Backend.HASHMAP;

  @Unmatched private List<String> options = new ArrayList<>();
  @Spec private CommandSpec spec;

  private StatementFiles statements() throws IOException {
    try {
      return new StatementFiles(labels, predictions, decisions, outcomes)
          .orOf(CaptureFiles.statements(in));
    } catch (IllegalArgumentException several) {
      throw new ParameterException(spec.commandLine(), several.getMessage());
    }
  }

  @Override
  public Integer call() throws Exception {
    if (!job.equals("all")) {
      throw new ParameterException(spec.commandLine(), "--job " + job + ": replay runs all");
    }
    PrintWriter err = spec.commandLine().getErr();
    JobOptions bound = JobOptions.of(options.toArray(new String[0]));
    StatementFiles said = statements();
    for (Path file : said.files()) {
      if (!Files.isReadable(file)) {
        throw new ParameterException(spec.commandLine(), "cannot read " + file);
      }
    }
    List<Path> files = CaptureFiles.find(in, spec);
    err.println("signalbox: replaying " + files.size() + " capture(s) ...");
    err.flush();
    EmbeddedReplay.of(files, out, parallelism, backend, bound).with(said).run();
    FoundFiles.tell(out, null, spec.commandLine().getOut());
    return 0;
  }
}
