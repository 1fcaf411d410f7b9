// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.RepricingBench;
import io.signalbox.benchmarks.finops.RepricingResult;
import io.signalbox.benchmarks.finops.RepricingSpec;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A price that was wrong while much was charged, and is mended. */
@Command(
    name = "repricing",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Charges usages of Sonnet 4.5 on Bedrock while its price of October 2025 was wrong, tells the",
      "price that mended it, and measures until all rows of corrections are out, on each backend.",
      "What was known must not change, and the corrections must sum to what an independent batch",
      "finds: a run in which they do not fails."
    })
final class BenchRepricingCommand implements Callable<Integer> {
  private static final String HISTORY = "llm-traces/litellm_price_history_2025-02_2025-12.csv";

  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--usages", defaultValue = "1000000", description = "Charges to be corrected.")
  private int usages;

  @Option(names = "--parallelism", defaultValue = "2", description = "Tasks of each operator.")
  private int parallelism;

  @Option(names = "--rounds", defaultValue = "1", description = "Rounds, run alternately.")
  private int rounds;

  @Option(
      names = "--price-history",
      paramLabel = "FILE",
      description = "History of prices; by default that of SIGNALBOX_DATA.")
  private @Nullable Path history;

  @Option(
      names = "--model",
      defaultValue = "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      description = "Whose price was wrong.")
  private String model = "";

  @Option(
      names = "--wrong-since",
      defaultValue = "2025-10-07T04:09:08Z",
      description = "When the wrong price became known.")
  private String wrongSince = "";

  @Option(
      names = "--mended-at",
      defaultValue = "2025-10-12T00:34:56Z",
      description = "When the right one did.")
  private String mendedAt = "";

  @Option(names = "--heap", defaultValue = "4g", description = "Heap of each run.")
  private String heap = "4g";

  @Option(names = "--checkpoint", defaultValue = "10", description = "Seconds between checkpoints.")
  private double checkpointSeconds;

  @Option(
      names = "--managed-memory",
      defaultValue = "512",
      description = "Megabytes of memory of RocksDB.")
  private int managedMegabytes;

  @Option(names = "--backend", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Backend> backends = List.of();

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws Exception {
    Path file =
        history == null
            ? Path.of(System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data"), HISTORY)
            : history;
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          command.commandLine(), "no " + file + ": name --price-history, or set SIGNALBOX_DATA");
    }
    RepricingSpec spec =
        new RepricingSpec(
            Backend.HASHMAP,
            file.toAbsolutePath().toString(),
            model,
            wrongSince,
            mendedAt,
            usages,
            parallelism,
            Math.round(1e3 * checkpointSeconds),
            managedMegabytes);
    List<Backend> all = backends.isEmpty() ? List.of(Backend.values()) : backends;
    List<RepricingResult> results =
        new RepricingBench(heap, output::progress).run(spec, all, rounds);
    return output.write("repricing", spec.anywhere(), results, RepricingBench.lines(results));
  }
}
