// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.exchange.DynamicCepExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a pattern for others. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a pattern as the JSON graph of the commercial dynamic-CEP products. Conditions are"
          + " CEL, which those do not run, and what their form cannot say is under 'signalbox'."
    })
final class PatternsExportCommand implements Callable<Integer> {
  /** The only format there is. */
  static final String FORMAT = "dynamic-cep";

  @Parameters(index = "0", paramLabel = "ID", description = "The pattern.")
  private String id = "";

  @Option(names = "--in", paramLabel = "DIR", description = "Folder of patterns.")
  private @Nullable Path folder;

  @Option(names = "--format", paramLabel = FORMAT, description = "The form of the graph.")
  private String format = FORMAT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkFormat(spec, format);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        DynamicCepExport.of(PatternFolder.find(folder, id, spec.commandLine().getErr()).pattern())
            .toPrettyString());
    out.flush();
    return 0;
  }

  /** Refuses a format that is not known. */
  static void checkFormat(CommandSpec spec, String format) {
    if (!format.equals(FORMAT)) {
      throw new ParameterException(
          spec.commandLine(), "--format knows only " + FORMAT + ", not '" + format + "'");
    }
  }
}
