// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.drawing.Explanation;
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

/** Tells a pattern in sentences. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells a pattern in sentences: what it waits for, what it costs, what it says.")
final class PatternsExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ID", description = "The pattern.")
  private String id = "";

  @Option(names = "--in", paramLabel = "DIR", description = "Folder of patterns.")
  private @Nullable Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Explanation.of(PatternFolder.find(folder, id, spec.commandLine().getErr())));
    out.flush();
    return 0;
  }
}
