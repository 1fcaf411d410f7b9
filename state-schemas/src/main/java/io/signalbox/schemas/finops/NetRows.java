// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up rows of charges to what they come to, each price of each charge by itself: the same
 * whatever was told, taken back and corrected on the way.
 */
public final class NetRows {
  private static final String NONE = "";
  private static final List<FocusColumn> KEY =
      List.of(
          FocusColumn.CHARGE_PERIOD_START,
          FocusColumn.PROVIDER_NAME,
          FocusColumn.SUB_ACCOUNT_ID,
          FocusColumn.TAGS,
          FocusColumn.REGION_ID,
          FocusColumn.X_LEDGER,
          FocusColumn.CHARGE_CATEGORY,
          FocusColumn.SKU_PRICE_ID,
          FocusColumn.LIST_UNIT_PRICE);

  private final Map<String, BigDecimal[]> sums = new TreeMap<>();

  /** Of nothing. */
  public NetRows() {}

  /** Adds a row. */
  public void add(ChargeRow row) {
    StringBuilder key = new StringBuilder(row.id() == null ? NONE : row.id());
    for (FocusColumn column : KEY) {
      key.append('|').append(row.columns().getOrDefault(column.title(), NONE));
    }
    BigDecimal[] sum =
        sums.computeIfAbsent(
            key.toString(), missing -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
    sum[0] = sum[0].add(amount(row, FocusColumn.PRICING_QUANTITY));
    sum[1] = sum[1].add(amount(row, FocusColumn.BILLED_COST));
  }

  private static BigDecimal amount(ChargeRow row, FocusColumn column) {
    String text = row.columns().get(column.title());
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** What is left, a line each: what it is of, quantity and cost. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          if (sum[0].signum() != 0 || sum[1].signum() != 0) {
            lines.add(key + "|" + TotalsJson.money(sum[0]) + "|" + TotalsJson.money(sum[1]));
          }
        });
    return lines;
  }
}
