// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.incidents.storm.ShuffledCore;
import io.signalbox.benchmarks.incidents.storm.StormSpec;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts storms of faults to correlation in shuffled orders and compares every byte. */
@Command(
    name = "shuffle-core",
    mixinStandardHelpOptions = true,
    description = {
      "Puts what is found in storms of faults to correlation, without Flink, in shuffled orders within"
          + " the disorder bound, its state written and read again now and then.",
      "Exit status 1 when a sorted log of incidents differs in one byte."
    })
final class ShuffleCoreCommand implements Callable<Integer> {
  private static final int SAY_EACH = 100;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1000",
      showDefaultValue = Visibility.ALWAYS,
      description = "Shuffled runs.")
  private int times;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter say = spec.commandLine().getOut();
    ShuffledCore core = new ShuffledCore(new StormSpec(1000, 1200, 200, 150, 2, 1, 1));
    byte[] expected = core.log(0);
    long lines = new String(expected, StandardCharsets.UTF_8).lines().count();
    UpCommand.say(say, core.size() + " findings, " + lines + " revisions of incidents");
    int same = 0;
    for (int seed = 1; seed <= times; seed++) {
      if (Arrays.equals(expected, core.log(seed))) {
        same++;
      } else {
        UpCommand.say(say, "shuffle " + seed + " differs");
      }
      if (seed % SAY_EACH == 0) {
        UpCommand.say(say, same + " of " + seed);
      }
    }
    UpCommand.say(
        say, same + " of " + times + " shuffles left the same bytes as the order of time");
    return same == times ? 0 : 1;
  }
}
