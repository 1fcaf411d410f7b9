// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.LatestUsages;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceNote;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Quarantine;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageReading;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.schemas.finops.CostJournal;
import io.signalbox.schemas.finops.ExchangeRatesCsv;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.TextLines;
import io.signalbox.schemas.finops.UsageJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Prices a file of usages and writes all that follows from it. */
public final class CostRun {
  private static final Comparator<Charge> ORDER =
      Comparator.comparingLong((Charge charge) -> Math.floorDiv(charge.usage().atMs(), 86_400_000L))
          .thenComparing(Charge::provider)
          .thenComparing(charge -> charge.usage().atMs())
          .thenComparing(charge -> String.valueOf(charge.usage().id()))
          .thenComparing(charge -> charge.usage().content());

  private final CostInputs inputs;
  private final Path out;
  private final FocusBill bill;
  private final CostReport report = new CostReport();

  /** A run that writes below a folder, which is made when needed. */
  public CostRun(CostInputs inputs, Path out, FocusBill bill) {
    this.inputs = inputs;
    this.out = out;
    this.bill = bill;
  }

  /**
   * Runs.
   *
   * @throws IOException if an input cannot be read or an output cannot be written
   */
  public CostReport run() throws IOException {
    Files.createDirectories(out);
    PriceBook book = PriceBooks.read(inputs, report);
    PriceUsage pricing = new PriceUsage(book);
    Policy policy = inputs.policy() == null ? null : SovereigntyRun.read(inputs.policy());
    BudgetRun budgets = inputs.budgets() == null ? null : BudgetRun.read(inputs.budgets(), pricing);
    writePrices(book);
    try (CostJournal refused = CostJournal.create(out.resolve("refused.jsonl"))) {
      List<Charge> charges = charges(latest(pricing, budgets, refused), pricing, refused);
      charges.sort(ORDER);
      writeRows(charges);
      CostSums.write(charges, OutcomeRun.read(inputs.outcomes(), refused, report), out, report);
      if (budgets != null) {
        budgets.finish(charges, out, report);
      }
      if (policy != null) {
        SovereigntyRun.write(policy, charges, out.resolve("sovereignty.jsonl"), report);
      }
    }
    return report;
  }

  /** Rows as CSV beside rows as Parquet: they are most of the work. */
  private void writeRows(List<Charge> charges) throws IOException {
    CompletableFuture<Void> parquet =
        CompletableFuture.runAsync(
            () -> {
              try {
                ChargeFiles.parquet(charges, bill, out.resolve("charges"));
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
    long rows = ChargeFiles.csv(charges, bill, out.resolve("charges.csv"));
    report.count("rows of charges", rows);
    try {
      parquet.join();
    } catch (CompletionException failed) {
      throw new IOException("charges cannot be written as Parquet: " + failed.getCause(), failed);
    }
  }

  private LatestUsages latest(PriceUsage pricing, @Nullable BudgetRun budgets, CostJournal refused)
      throws IOException {
    ExchangeRates rates =
        inputs.rates() == null
            ? new ExchangeRates()
            : ExchangeRatesCsv.read(inputs.rates(), report::complain);
    UsageJson json = new UsageJson(new UsageReading(rates));
    LatestUsages latest = new LatestUsages();
    try (BufferedReader in = TextLines.open(inputs.usage());
        CostJournal replaced = CostJournal.create(out.resolve("revisions.jsonl"))) {
      String text;
      for (long line = 1; (text = in.readLine()) != null; line++) {
        if (!text.isBlank()) {
          report.count("usages read");
          UsageJson.Line read = json.read(text, line);
          if (read.usage() == null) {
            refuse(read.id(), line, read.refusal(), refused);
          } else {
            LatestUsages.Outcome outcome = latest.add(read.usage());
            arrive(outcome, read.usage(), pricing, refused, replaced);
            if (budgets != null && outcome.counts()) {
              budgets.arrive(read.usage(), outcome.other());
            }
          }
        }
      }
    }
    return latest;
  }

  private void arrive(
      LatestUsages.Outcome outcome,
      Usage usage,
      PriceUsage pricing,
      CostJournal refused,
      CostJournal replaced)
      throws IOException {
    Usage other = outcome.other();
    if (other == null) {
      return;
    }
    switch (outcome.effect()) {
      case REPLACES, CONTRADICTS -> {
        BigDecimal delta = known(usage, pricing).subtract(known(other, pricing));
        replaced.replaced(other, usage, delta);
      }
      default -> {}
    }
    switch (outcome.effect()) {
      case REPEATED -> report.count("usages repeated");
      case REPLACES -> report.count("usages replaced by a revision");
      case SUPERSEDED -> report.count("usages older than a revision");
      case CONTRADICTS -> contradicted(other, refused);
      case CONTRADICTED -> contradicted(usage, refused);
      case NEW -> {}
    }
  }

  private void contradicted(Usage loser, CostJournal refused) throws IOException {
    refuse(loser.id(), loser.line(), LatestUsages.contradiction(loser), refused);
  }

  private static BigDecimal known(Usage usage, PriceUsage pricing) {
    try {
      return pricing.price(usage).asKnown();
    } catch (Refusal unpriced) {
      return BigDecimal.ZERO; // and is refused by name in the end, if it still counts
    }
  }

  private List<Charge> charges(LatestUsages latest, PriceUsage pricing, CostJournal refused)
      throws IOException {
    List<Charge> charges = new ArrayList<>();
    Map<Usage, Refusal> unpriced = new TreeMap<>(Comparator.comparingLong(Usage::line));
    for (Usage usage : latest.all()) {
      try {
        charges.add(pricing.price(usage));
      } catch (Refusal why) {
        unpriced.put(usage, why);
      }
    }
    for (Map.Entry<Usage, Refusal> one : unpriced.entrySet()) {
      refuse(one.getKey().id(), one.getKey().line(), one.getValue(), refused);
    }
    return charges;
  }

  private void writePrices(PriceBook book) throws IOException {
    try (CostJournal leaps = CostJournal.create(out.resolve("quarantine.jsonl"));
        CostJournal notes = CostJournal.create(out.resolve("price-notes.jsonl"))) {
      for (Quarantine leap : book.quarantines()) {
        leaps.leapt(leap);
        report.count("prices that leapt, " + leap.outcome());
      }
      for (PriceNote note : book.notes()) {
        notes.noted(note);
      }
      report.count("notes on prices", book.notes().size());
      report.count("models with a price", book.size());
    }
  }

  private void refuse(@Nullable String id, long line, @Nullable Refusal why, CostJournal refused)
      throws IOException {
    Refusal said = why == null ? new Refusal("no usage") : why;
    refused.refused(id, line, said);
    report.count(said.quarantined() ? "usages quarantined" : "usages refused");
    report.complain(inputs.usage() + ":" + line + ": " + said.reason());
  }
}
