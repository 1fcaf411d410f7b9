// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.exchange.DynamicCepImport;
import io.signalbox.patterns.reading.PatternReader;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a pattern of others. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the YAML of a pattern that is given as the JSON graph of the commercial dynamic-CEP"
          + " products. Conditions that name classes or are scripts are refused: their stages get"
          + " 'false', to be written by hand."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all was taken over",
      "1:something was refused; it is told on standard error"
    })
final class PatternsImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The graph.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = PatternsExportCommand.FORMAT,
      description = "The form of the graph.")
  private String format = PatternsExportCommand.FORMAT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PatternsExportCommand.checkFormat(spec, format);
    DynamicCepImport.Imported imported = DynamicCepImport.of(Files.readString(file));
    PrintWriter out = spec.commandLine().getOut();
    out.print(imported.yaml());
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    imported.refused().forEach(err::println);
    List<Problem> problems = PatternReader.read("imported.yaml", imported.yaml()).problems();
    problems.forEach(err::println);
    err.flush();
    return imported.refused().isEmpty() && problems.isEmpty() ? 0 : 1;
  }
}
