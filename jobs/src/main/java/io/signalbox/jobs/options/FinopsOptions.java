// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.options;

import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.tokens.TokenServices;
import io.signalbox.patterns.finops.BudgetFile;
import io.signalbox.patterns.finops.PolicyFile;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.CatalogueJson;
import io.signalbox.schemas.finops.CorrectionStyle;
import io.signalbox.schemas.finops.ExchangeRatesCsv;
import io.signalbox.schemas.finops.FocusBill;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What usages cost.
 *
 * @param catalogue file of prices to begin with, or nothing
 * @param rates file of rates of exchange, or nothing
 * @param usageTopics where usage events come from
 * @param spans whether GenAI spans are usages, too
 * @param tokenMetrics services of which metrics of tokens are usages in place of spans
 * @param pricesTopic where prices come from
 * @param approvalsTopic where people say what of prices that wait
 * @param outcomeTopics where outcomes of the business come from, or nothing
 * @param retention how long a charge can be revised or corrected
 * @param aggregates whether sums by period and dimension are told
 * @param budgets file of budgets, or nothing
 * @param policy file of a policy of sovereignty, or nothing
 * @param account whose bill it is
 * @param corrections how rows say that a price turned out otherwise
 * @param aiProperties whether rows say of models and tokens what the draft of FOCUS 1.5 does
 */
@OptionGroup(prefix = "finops", title = "Costs")
public record FinopsOptions(
    @Option(
            value = "",
            doc =
                "File of prices in the form of LiteLLM to begin with. The job `all` charges usages"
                    + " only if there is one; read when a job starts without state.")
        String catalogue,
    @Option(value = "", doc = "File of rates of exchange (CSV `from,currency,usd`).") String rates,
    @Option(key = "usage.topics", value = "usage-events", doc = "Topics of usage events.")
        List<String> usageTopics,
    @Option(value = "true", doc = "Whether GenAI spans that job `detect` has seen are usages, too.")
        boolean spans,
    @Option(
            key = "token-metrics",
            value = "",
            doc =
                "Services whose metrics of tokens are usages in place of their spans; `*` for all"
                    + " services.")
        List<String> tokenMetrics,
    @Option(
            key = "prices.topic",
            value = "price-changes",
            doc = "Topic of price changes; empty to take none.")
        String pricesTopic,
    @Option(
            key = "approvals.topic",
            value = "price-approvals",
            doc = "Topic of what people say of prices that wait; empty to take none.")
        String approvalsTopic,
    @Option(
            key = "outcomes.topics",
            value = "",
            doc =
                "Topics of outcomes of the business (such as `business-outcomes`), whose cost is"
                    + " told in the sums of finops.aggregates; empty to count none.")
        List<String> outcomeTopics,
    @Option(
            value = "35d",
            doc = "How long a charge can be revised or corrected; older usages are refused.")
        Duration retention,
    @Option(
            value = "true",
            doc =
                "Whether sums by hour, day and month and every dimension are told (topics"
                    + " `cost-aggregates`, `showback`); they cost little, but are many records.")
        boolean aggregates,
    @Option(
            value = "",
            doc =
                "File of budgets (YAML) to follow, as the command `cost` reads it; read at each"
                    + " start. Without one nothing is told of budgets.")
        String budgets,
    @Option(
            value = "",
            doc =
                "File of a policy of sovereignty (YAML) to advise by, as the command `cost` reads"
                    + " it; read at each start. Without one no advice is told.")
        String policy,
    @Option(value = "signalbox", doc = "Whose bill it is: the billing account of all rows.")
        String account,
    @Option(
            value = "ledger",
            doc =
                "How rows say that a price turned out otherwise: `ledger` takes the old row back and"
                    + " charges anew, `delta` tells the difference in one row.")
        CorrectionStyle corrections,
    @Option(
            value = "false",
            doc =
                "Whether `SkuPriceDetails` say of models and tokens what the draft of FOCUS 1.5"
                    + " does, in words that FOCUS 1.2 does not have.")
        boolean aiProperties)
    implements Serializable {
  /**
   * Refuses what is no name of a service.
   *
   * @throws IllegalArgumentException naming the option
   */
  public FinopsOptions {
    try {
      TokenServices.parse(tokenMetrics);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("finops.token-metrics = " + unknown.getMessage(), unknown);
    }
  }

  /** The services whose metrics of tokens are usages. */
  public TokenServices metered() {
    return TokenServices.parse(tokenMetrics);
  }

  /** Whether anything that job {@code detect} has seen of models is a usage. */
  public boolean hearsOfModels() {
    return spans || !tokenMetrics.isEmpty();
  }

  /** Whether the job that does everything charges usages. */
  public boolean wanted() {
    return !catalogue.isEmpty();
  }

  /** Whose bill rows are, and how they are written. */
  public FocusBill bill() {
    return new FocusBill(new BillingAccount(account, account), corrections, aiProperties);
  }

  /** The topics that prices come from. */
  public List<String> priceTopics() {
    return Stream.of(pricesTopic, approvalsTopic).filter(topic -> !topic.isEmpty()).toList();
  }

  /**
   * Reads the prices to begin with.
   *
   * @throws IllegalArgumentException naming the file when it cannot be read
   */
  public Collection<CatalogueEntry> entries() {
    PriceBook.Writer book = new PriceBook.Writer();
    if (wanted()) {
      try {
        CatalogueJson.read(Path.of(catalogue), book);
      } catch (IOException e) {
        throw new IllegalArgumentException("finops.catalogue: cannot be read: " + e, e);
      }
    }
    return book.entries();
  }

  /**
   * Reads the rates of exchange.
   *
   * @throws IllegalArgumentException naming all that is wrong with them
   */
  public ExchangeRates exchangeRates() {
    if (rates.isEmpty()) {
      return new ExchangeRates();
    }
    List<String> faults = new ArrayList<>();
    try {
      ExchangeRates read = ExchangeRatesCsv.read(Path.of(rates), faults::add);
      if (faults.isEmpty()) {
        return read;
      }
    } catch (IOException e) {
      faults.add("cannot be read: " + e);
    }
    throw new IllegalArgumentException("finops.rates:\n" + String.join("\n", faults));
  }

  /**
   * Reads the budgets, the topmost ones with those below them; none where there is no file.
   *
   * @throws IllegalArgumentException naming all that is wrong with them
   */
  public List<Budget> topmostBudgets() {
    if (budgets.isEmpty()) {
      return List.of();
    }
    BudgetFile read = BudgetFile.read(budgets, text("finops.budgets", budgets));
    refuse("finops.budgets", read.problems());
    return read.budgets();
  }

  /**
   * Reads the policy to advise by; null where there is no file.
   *
   * @throws IllegalArgumentException naming all that is wrong with it
   */
  public @Nullable Policy sovereignty() {
    if (policy.isEmpty()) {
      return null;
    }
    PolicyFile read = PolicyFile.read(policy, text("finops.policy", policy));
    refuse("finops.policy", read.problems());
    return read.policy();
  }

  private static String text(String option, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(option + ": cannot be read: " + e, e);
    }
  }

  private static void refuse(String option, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          option
              + ":\n"
              + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }
}
