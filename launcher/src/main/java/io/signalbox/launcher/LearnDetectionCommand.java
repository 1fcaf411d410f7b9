// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.BoostingSettings;
import io.signalbox.benchmarks.detection.learning.Examples;
import io.signalbox.benchmarks.detection.learning.Learner;
import io.signalbox.benchmarks.detection.learning.TreeSources;
import java.io.IOException;
import java.io.PrintWriter;
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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the classes are written (default: over those of the detector).")
  private @Nullable Path out;

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
    Path to = out == null ? ClusterOptions.root().resolve(TreeSources.PLACE) : out;
    TreeSources.write(new Learner(BoostingSettings.shipped()).learn(examples).trees(), to);
    spec.commandLine().getOut().println("written: " + to);
    return 0;
  }
}
