// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetBook;
import io.signalbox.analytics.finops.budgets.BudgetNotice;
import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.patterns.finops.BudgetFile;
import io.signalbox.schemas.finops.BudgetJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows budgets through a run: what is told of them as usages arrive and prices are mended, and
 * how they stand in the end.
 */
final class BudgetRun {
  /** By how much usages are out of order before one counts as late, as in the jobs. */
  private static final long DISORDER_MS = 10_000;

  private final PriceUsage pricing;
  private final BudgetBook book;
  private final List<BudgetNotice> notices = new ArrayList<>();
  private long latestMs = Long.MIN_VALUE;

  private BudgetRun(List<Budget> budgets, PriceUsage pricing) {
    this.book = new BudgetBook(budgets);
    this.pricing = pricing;
  }

  /**
   * Reads budgets.
   *
   * @throws IOException if the file cannot be read, or anything in it is wrong
   */
  static BudgetRun read(Path file, PriceUsage pricing) throws IOException {
    BudgetFile read = BudgetFile.read(file.toString(), Files.readString(file));
    YamlInput.refuse(read.problems());
    return new BudgetRun(read.budgets(), pricing);
  }

  /** A usage came, perhaps in the place of another. */
  void arrive(Usage usage, @Nullable Usage replaced) {
    if (replaced != null) {
      spend(replaced, true, Cause.REVISION);
    }
    spend(usage, false, replaced == null ? Cause.USE : Cause.REVISION);
    latestMs = Math.max(latestMs, usage.atMs());
    book.tell(latestMs - DISORDER_MS, notices::add);
  }

  private void spend(Usage usage, boolean back, Cause cause) {
    try {
      Charge charge = pricing.price(usage);
      BigDecimal cost = charge.asKnown();
      add(charge, back ? cost.negate() : cost, cause);
    } catch (Refusal unpriced) {
      // nothing is spent; it is refused by name in the end, if it still counts
    }
  }

  private void add(Charge charge, BigDecimal delta, Cause cause) {
    Usage usage = charge.usage();
    SpendKey key = SpendKey.of(usage);
    book.add(key, usage.owner(), charge.provider(), usage.model(), delta, cause);
  }

  /** Counts prices as they turned out, and writes all. */
  void finish(List<Charge> charges, Path out, CostReport report) throws IOException {
    book.tell(Long.MAX_VALUE, notices::add);
    for (Charge charge : charges) {
      add(charge, charge.correction(), Cause.PRICE);
    }
    book.tell(Long.MAX_VALUE, notices::add);
    try (BudgetJson told = BudgetJson.create(out.resolve("budget-alerts.jsonl"));
        BudgetJson stands = BudgetJson.create(out.resolve("budgets.jsonl"))) {
      for (BudgetNotice notice : notices) {
        told.notice(notice);
        report.count("budget thresholds " + notice.kind().label());
      }
      for (BudgetStatus status : BudgetStatus.of(book, latestMs)) {
        stands.status(status);
        report.count("periods of budgets");
      }
    }
  }
}
