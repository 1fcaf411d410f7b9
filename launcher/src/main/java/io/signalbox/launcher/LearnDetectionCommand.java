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

  @Option(names = "--out", paramLabel = "DIR", description = "Where the classes are written.")
  private @Nullable Path out;

  @Option(names = "--ship", description = "Write them over those of the detector.")
  private boolean ship;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path to = target();
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
    TreeSources.write(new Learner(BoostingSettings.shipped()).learn(examples).trees(), to);
    spec.commandLine().getOut().println("written: " + to);
    return 0;
  }

  /** Nobody overwrites what ships by accident. */
  private Path target() {
    Path shipped = ClusterOptions.root().resolve(TreeSources.PLACE);
    if (out != null && !ship) {
      return out;
    }
    if (out == null && ship) {
      return shipped;
    }
    throw new ParameterException(
        spec.commandLine(),
        "either --out DIR, or --ship to write over the classes of the detector in " + shipped);
  }
}
