// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.options.BadOptions;
import io.signalbox.jobs.options.Bound;
import io.signalbox.jobs.options.JobOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Shows or checks the options of the jobs without running anything. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Shows or checks the options of the jobs; see docs/options.md.",
    footer = {
      "",
      "Options to look at follow as they would for a job:",
      "  signalbox config --print --config my.yaml --kafka.bootstrap broker:9092"
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the options are good", "2:they are not; every problem is listed"})
final class ConfigCommand implements Callable<Integer> {
  @Option(names = "--print", description = "Show what holds and where it came from.")
  private boolean print;

  @Option(names = "--check", description = "Only say whether all is good.")
  private boolean check;

  @Unmatched private List<String> options = new ArrayList<>();
  @Spec private CommandSpec spec;
  private final Map<String, String> environment;

  ConfigCommand() {
    this(System.getenv());
  }

  ConfigCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (print == check) {
      throw new ParameterException(spec.commandLine(), "say either --print or --check");
    }
    try {
      Bound<JobOptions> bound = JobOptions.bind(options, environment);
      PrintWriter out = spec.commandLine().getOut();
      out.print(print ? ConfigListing.of(bound) : "The options are good.%n".formatted());
      out.flush();
      return 0;
    } catch (BadOptions bad) {
      bad.problems().forEach(spec.commandLine().getErr()::println);
      return 2;
    }
  }
}
