// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.stories.ShuffleStory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays captures in shuffled orders and compares every byte of what is found. */
@Command(
    name = "shuffle",
    mixinStandardHelpOptions = true,
    description = {
      "Cuts OTLP captures anew into requests of at most 512 items and replays them at parallelism 1, 2"
          + " and 4 and in shuffled orders within the disorder bound, on RocksDB.",
      "Exit status 1 when a file of records differs in one byte."
    })
final class ShuffleCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Captures; by default the three of SIGNALBOX_DATA.")
  private List<Path> in = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Keeps the files of all runs here.")
  private @Nullable Path out;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "20",
      showDefaultValue = Visibility.ALWAYS,
      description = "Shuffled runs.")
  private int times;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter say = spec.commandLine().getOut();
    Path folder = out == null ? Files.createTempDirectory("signalbox-shuffle") : out;
    ShuffleStory story = new ShuffleStory(in.isEmpty() ? captures() : in, folder);
    Map<String, List<String>> differences = story.run(times, line -> UpCommand.say(say, line));
    differences.forEach((run, files) -> UpCommand.say(say, run + " differs in " + files));
    int runs = times + 2;
    int same = runs - differences.size();
    UpCommand.say(say, same + " of " + runs + " runs left the same bytes as the first");
    return differences.isEmpty() ? 0 : 1;
  }

  private List<Path> captures() {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path folder = Path.of(data, "otlp", "captures");
    List<Path> found = new ArrayList<>();
    for (String name :
        List.of(
            "hipstershop-oteltraces.zst",
            "hipstershop-otelmetrics.zst",
            "hostandcollector-otelmetrics.zst")) {
      Path file = folder.resolve(name);
      if (!Files.isReadable(file)) {
        throw new ParameterException(
            spec.commandLine(), "no " + file + ": name captures by --in, or set SIGNALBOX_DATA");
      }
      found.add(file);
    }
    return found;
  }
}
