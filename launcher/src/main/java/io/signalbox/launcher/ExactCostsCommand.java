// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.CostInputs;
import io.signalbox.benchmarks.finops.ExactCosts;
import io.signalbox.benchmarks.finops.TraceUsages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Charges the same usages in many orders and over failures, and compares every digit. */
@Command(
    name = "exact-costs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Charges usages by the job finops on an embedded Flink, at parallelism 1, 2 and 4, in shuffled"
          + " orders of usages and prices, and over three failures each, and compares totals, net"
          + " rows and thresholds of budgets with those of the command cost, and the totals with an"
          + " independent batch.",
      "Exit status 1 when one byte differs."
    })
final class ExactCostsCommand implements Callable<Integer> {
  @Option(
      names = "--usage",
      paramLabel = "FILE",
      description =
          "Usages; by default those of all traces of SIGNALBOX_DATA, 10 %% of them told twice, 5 %%"
              + " up to 48 hours late, 2 %% revised.")
  private @Nullable Path usage;

  @Option(names = "--prices", paramLabel = "FILE", description = "Catalogue, in place of its own.")
  private @Nullable Path prices;

  @Option(names = "--price-history", paramLabel = "FILE", description = "Its history.")
  private @Nullable Path history;

  @Option(
      names = "--budgets",
      paramLabel = "FILE",
      description = "Budgets, in place of flink-conf/budgets.yaml.")
  private @Nullable Path budgets;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of the requests of ServeGen.")
  private double share;

  @Option(names = "--out", paramLabel = "DIR", description = "Keeps what the command writes here.")
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
    Path folder = out == null ? Files.createTempDirectory("signalbox-exact-costs") : out;
    Files.createDirectories(folder);
    CostInputs inputs = inputs(folder);
    Map<String, String> differences =
        new ExactCosts(inputs, folder, line -> UpCommand.say(say, line)).run(times, usage == null);
    int runs = times + (usage == null ? 7 : 6);
    int same = runs - differences.size();
    UpCommand.say(say, same + " of " + runs + " came to the same as the command");
    return differences.isEmpty() ? 0 : 1;
  }

  private CostInputs inputs(Path folder) throws IOException {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path traces = Path.of(data, "llm-traces");
    Path used = usage;
    if (used == null) {
      readable(traces);
      used = folder.resolve("usages.jsonl");
      TraceUsages.write(
          traces,
          new TraceUsages.Settings(
              Instant.parse("2025-10-08T00:00:00Z"), share, 0.1, 0.05, 0.02, 1),
          used);
    }
    if (prices != null) {
      return inputs(used, prices, history);
    }
    Path catalogue = readable(traces.resolve("litellm_model_prices_2026-08.json"));
    Path changes = readable(traces.resolve("litellm_price_history_2025-02_2025-12.csv"));
    return inputs(used, catalogue, history == null ? changes : history);
  }

  private CostInputs inputs(Path used, Path catalogue, @Nullable Path changes) {
    Path limits =
        budgets == null
            ? Path.of(System.getProperty("signalbox.root", "."), "flink-conf/budgets.yaml")
            : budgets;
    return new CostInputs(used, catalogue, changes, null, null, limits, null);
  }

  private Path readable(Path file) {
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(), "no " + file + ": name --usage and --prices, or set SIGNALBOX_DATA");
    }
    return file;
  }
}
