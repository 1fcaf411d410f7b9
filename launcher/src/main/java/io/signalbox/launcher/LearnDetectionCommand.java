// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.BoostingSettings;
import io.signalbox.benchmarks.detection.learning.Examples;
import io.signalbox.benchmarks.detection.learning.Learner;
import io.signalbox.benchmarks.detection.learning.TreeSources;
import io.signalbox.benchmarks.detection.learning.Trees;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Learns the trees of the detector and writes the classes that hold them. */
@Command(
    name = "detection",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the experts of the detector over the labelled sets, learns how to weigh what they say,"
          + " and writes the classes that hold the weights. Needed whenever an expert or a feature"
          + " changes. The same data gives the same bytes on every machine."
    })
final class LearnDetectionCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Labelled data (default: $SIGNALBOX_DATA, else ../shared/data).")
  private @Nullable Path data;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Use use = new Use();

  /** What is done with what was learned: nobody overwrites what ships by accident. */
  private static final class Use {
    @Option(names = "--out", paramLabel = "DIR", description = "Write the classes there.")
    private @Nullable Path out;

    @Option(names = "--ship", description = "Write them over those of the detector.")
    private boolean ship;

    @Option(
        names = "--check",
        description = "Write nothing; fail unless those of the detector are, byte for byte, these.")
    private boolean check;
  }

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path folder = LabelledFolder.of(data);
    List<Examples> examples = new ArrayList<>();
    for (String set : LabelledSets.ALL) {
      if (!LabelledSets.isThere(folder, set)) {
        throw new ParameterException(
            spec.commandLine(),
            LabelledSets.folder(folder, set) + " is absent, and all are needed");
      }
      err.println("reading " + set + " ...");
      examples.addAll(Examples.of(LabelledSets.read(folder, set)));
    }
    err.println("learning ...");
    Trees trees = new Learner(BoostingSettings.shipped()).learn(examples).trees();
    PrintWriter answer = spec.commandLine().getOut();
    Path shipped = ClusterOptions.root().resolve(TreeSources.PLACE);
    if (use.check) {
      List<Path> others = TreeSources.others(trees, shipped);
      others.forEach(file -> answer.println("not what was learned: " + file));
      if (others.isEmpty()) {
        answer.println("what ships is what was learned");
      }
      return others.isEmpty() ? 0 : 1;
    }
    Path to = use.ship ? shipped : Objects.requireNonNull(use.out);
    TreeSources.write(trees, to);
    answer.println("written: " + to);
    return 0;
  }
}
