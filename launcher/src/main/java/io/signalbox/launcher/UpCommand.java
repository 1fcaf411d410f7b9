// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.Cluster;
import io.signalbox.testbed.ClusterSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a Kafka and a Flink cluster on this machine. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a real Kafka and a real Flink cluster on this machine: one broker, a JobManager and two"
          + " TaskManagers, each a process of its own. What runs already is left alone.",
      "Takes about 2 GB of memory."
    })
final class UpCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ClusterSettings settings = options.settings();
    Cluster cluster = Cluster.up(settings, line -> say(out, line));
    say(out, "Kafka  " + cluster.bootstrapServers());
    say(out, "Flink  " + cluster.webPage());
    say(out, "Logs   " + settings.run().resolve("logs"));
    return 0;
  }

  static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
