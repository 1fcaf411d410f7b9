// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.drawing.PatternGraph;
import io.signalbox.patterns.language.FailurePattern;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a pattern. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description = "Prints a pattern as a graph of its stages.")
final class PatternsGraphCommand implements Callable<Integer> {
  /** What draws it. */
  enum Format {
    DOT,
    MERMAID
  }

  @Parameters(index = "0", paramLabel = "ID", description = "The pattern.")
  private String id = "";

  @Option(names = "--in", paramLabel = "DIR", description = "Folder of patterns.")
  private @Nullable Path folder;

  @Option(
      names = "--format",
      paramLabel = "dot|mermaid",
      description = "For Graphviz (default) or Mermaid.")
  private Format format = Format.DOT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    FailurePattern pattern = PatternFolder.find(folder, id, spec.commandLine().getErr()).pattern();
    PrintWriter out = spec.commandLine().getOut();
    out.print(format == Format.DOT ? PatternGraph.dot(pattern) : PatternGraph.mermaid(pattern));
    out.flush();
    return 0;
  }
}
