// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.AlertmanagerProcess;
import io.signalbox.testbed.stories.AlertmanagerStory;
import io.signalbox.testbed.stories.Paging;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills TaskManagers while a real Alertmanager is told of incidents. */
@Command(
    name = "alertmanager",
    mixinStandardHelpOptions = true,
    description = {
      "Runs correlate with incidents that open and resolve, kills a TaskManager by SIGKILL again"
          + " and again, and compares what a real Alertmanager has told people with the committed"
          + " topic.",
      "Needs Debian's prometheus-alertmanager (testbed/install-alertmanager).",
      "Exit status 1 when one incident is lost, comes back after its end or is told twice."
    })
final class AlertmanagerCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(names = "--times", paramLabel = "N", description = "Kills (default 1).")
  private int times = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (!AlertmanagerProcess.isInstalled()) {
      UpCommand.say(
          out, "no " + AlertmanagerProcess.BINARY + ": run testbed/install-alertmanager first");
      return 2;
    }
    Paging paging =
        new AlertmanagerStory(options.settings(), line -> UpCommand.say(out, line)).run(times);
    Stream.of(paging.lost(), paging.zombies(), paging.duplicates())
        .flatMap(list -> list.stream())
        .forEach(line -> UpCommand.say(out, line));
    UpCommand.say(out, times + " kills and restores, " + paging.summary());
    return paging.passed() ? 0 : 1;
  }
}
