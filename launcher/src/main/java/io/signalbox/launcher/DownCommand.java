// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.Cluster;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the cluster. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = {
      "Stops the cluster that up has started, and nothing else. Its jobs end without a savepoint; what"
          + " Kafka holds stays until the run folder is deleted."
    })
final class DownCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!Cluster.at(options.settings(), line -> UpCommand.say(out, line)).stop()) {
      UpCommand.say(out, "nothing runs");
    }
    return 0;
  }
}
