// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.CostInputs;
import io.signalbox.benchmarks.finops.CostReport;
import io.signalbox.benchmarks.finops.CostRun;
import io.signalbox.jobs.finops.CostFiles;
import io.signalbox.jobs.finops.CostPage;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.CorrectionStyle;
import io.signalbox.schemas.finops.FocusBill;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prices a file of usages. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prices usages of models and machines exactly, as prices were known at the time and as they"
          + " turned out, and writes charges in the columns of FOCUS 1.2.",
      "The order of the rows changes nothing."
    },
    footerHeading = "%nOutput, below DIR:%n",
    footer = {
      "  charges.csv          a row for each meter of each usage, and for what turned out later",
      "  charges/             the same rows as Parquet, by billing day and provider",
      "  totals.json          exact sums by ledger, tenant, model and day",
      "  corrections.jsonl    what turned out to be owed more or less, for each charge",
      "  revisions.jsonl      what each revision of a usage changed when it came",
      "  reported.jsonl       what providers report, beside what the price list says",
      "  aggregates.jsonl     cost, tokens, calls by hour, day, month and each dimension",
      "  showback.jsonl       what tenants are charged, and shown with shared and idle cost",
      "  costs.html           the same in plots, for reading in a browser",
      "  anomalies.jsonl      hours whose cost was unusual, and what drove it",
      "  budgets.jsonl        how budgets stand, with a forecast (with --budgets)",
      "  budget-alerts.jsonl  what was told of thresholds as usages came (with --budgets)",
      "  sovereignty.jsonl    whether to buy or to host each workload (with --policy)",
      "  refused.jsonl        usages that are not charged, and why",
      "  quarantine.jsonl     prices that leapt by five times or more, and what became of them",
      "  price-notes.jsonl    what of the price lists is not used, and why",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whatever the input was like", "1:failed", "2:wrong use"})
final class CostCommand implements Callable<Integer> {
  @Option(
      names = "--usage",
      required = true,
      paramLabel = "FILE",
      description = "Usages, one JSON object a line (plain or gzip).")
  private Path usage = Path.of("");

  @Option(
      names = "--prices",
      required = true,
      paramLabel = "FILE",
      description = "Price catalogue in the form of LiteLLM.")
  private Path prices = Path.of("");

  @Option(
      names = "--price-history",
      paramLabel = "FILE",
      description = "What became known of the catalogue's prices, and when (CSV).")
  private @Nullable Path history;

  @Option(
      names = "--approvals",
      paramLabel = "FILE",
      description = "What people said of prices that wait (JSON Lines).")
  private @Nullable Path approvals;

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "Rates of exchange: from,currency,usd (CSV).")
  private @Nullable Path rates;

  @Option(
      names = "--budgets",
      paramLabel = "FILE",
      description = "Budgets to follow (YAML, as flink-conf/budgets.yaml).")
  private @Nullable Path budgets;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "What to advise on buying or hosting models by (YAML, as flink-conf/sovereignty.yaml).")
  private @Nullable Path policy;

  @Option(
      names = "--outcomes",
      paramLabel = "FILE",
      description = "Outcomes of the business, one JSON object a line, to tell what each cost.")
  private @Nullable Path outcomes;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for what is written.")
  private Path out = Path.of("");

  @Option(
      names = "--account",
      paramLabel = "ID",
      defaultValue = "signalbox",
      showDefaultValue = Visibility.ALWAYS,
      description = "Billing account of the charges.")
  private String account = "signalbox";

  @Option(
      names = "--corrections",
      paramLabel = "STYLE",
      defaultValue = "ledger",
      showDefaultValue = Visibility.ALWAYS,
      description =
          "How rows say that a price turned out otherwise: ledger (the old row is taken back, and"
              + " charged anew) or delta (a row of the difference).")
  private CorrectionStyle corrections = CorrectionStyle.LEDGER;

  @Option(
      names = "--ai-properties",
      description =
          "Say in SkuPriceDetails of models and tokens what the draft of FOCUS 1.5 does; FOCUS 1.2"
              + " has no such words.")
  private boolean aiProperties;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CostInputs inputs =
        new CostInputs(usage, prices, history, approvals, rates, budgets, policy, outcomes);
    FocusBill bill = new FocusBill(new BillingAccount(account, account), corrections, aiProperties);
    CostReport report = new CostRun(inputs, out, bill).run();
    Files.writeString(out.resolve("costs.html"), CostPage.render(CostFiles.read(out)));
    report.complaints().forEach(line -> err.println("signalbox: " + line));
    err.flush();
    report.lines().forEach(to::println);
    to.flush();
    return 0;
  }
}
