// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.BenchResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where figures go: a results file always, and a table or JSON for who asked. */
final class BenchOutput {
  @Option(names = "--json", description = "Print the results file instead of a table.")
  private boolean json;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /** Tells how far it is, where it does not get between the results. */
  void progress(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /**
   * Keeps and prints results.
   *
   * @return the exit status 0
   */
  int write(String bench, Object settings, Object figures, List<String> lines) throws IOException {
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path file = BenchResults.write(root, bench, Instant.now(), settings, figures);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Files.readString(file));
    } else {
      lines.forEach(out::println);
      out.println("results: " + root.relativize(file));
    }
    out.flush();
    return 0;
  }
}
