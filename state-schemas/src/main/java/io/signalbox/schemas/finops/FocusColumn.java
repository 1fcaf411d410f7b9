// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.util.Locale;

/** The columns of a charge as FOCUS 1.2 names them, and our own behind them, in file order. */
public enum FocusColumn {
  BILLED_COST(Type.DECIMAL),
  BILLING_ACCOUNT_ID(Type.TEXT),
  BILLING_ACCOUNT_NAME(Type.TEXT),
  BILLING_ACCOUNT_TYPE(Type.TEXT),
  BILLING_CURRENCY(Type.TEXT),
  BILLING_PERIOD_END(Type.TIME),
  BILLING_PERIOD_START(Type.TIME),
  CHARGE_CATEGORY(Type.TEXT),
  CHARGE_CLASS(Type.TEXT),
  CHARGE_DESCRIPTION(Type.TEXT),
  CHARGE_FREQUENCY(Type.TEXT),
  CHARGE_PERIOD_END(Type.TIME),
  CHARGE_PERIOD_START(Type.TIME),
  CONSUMED_QUANTITY(Type.DECIMAL),
  CONSUMED_UNIT(Type.TEXT),
  CONTRACTED_COST(Type.DECIMAL),
  CONTRACTED_UNIT_PRICE(Type.DECIMAL),
  EFFECTIVE_COST(Type.DECIMAL),
  INVOICE_ISSUER_NAME(Type.TEXT),
  LIST_COST(Type.DECIMAL),
  LIST_UNIT_PRICE(Type.DECIMAL),
  PRICING_CATEGORY(Type.TEXT),
  PRICING_CURRENCY(Type.TEXT),
  PRICING_CURRENCY_CONTRACTED_UNIT_PRICE(Type.DECIMAL),
  PRICING_CURRENCY_EFFECTIVE_COST(Type.DECIMAL),
  PRICING_CURRENCY_LIST_UNIT_PRICE(Type.DECIMAL),
  PRICING_QUANTITY(Type.DECIMAL),
  PRICING_UNIT(Type.TEXT),
  PROVIDER_NAME(Type.TEXT),
  PUBLISHER_NAME(Type.TEXT),
  REGION_ID(Type.TEXT),
  REGION_NAME(Type.TEXT),
  RESOURCE_ID(Type.TEXT),
  RESOURCE_NAME(Type.TEXT),
  RESOURCE_TYPE(Type.TEXT),
  SERVICE_CATEGORY(Type.TEXT),
  SERVICE_NAME(Type.TEXT),
  SERVICE_SUBCATEGORY(Type.TEXT),
  SKU_ID(Type.TEXT),
  SKU_METER(Type.TEXT),
  SKU_PRICE_DETAILS(Type.TEXT),
  SKU_PRICE_ID(Type.TEXT),
  SUB_ACCOUNT_ID(Type.TEXT),
  SUB_ACCOUNT_NAME(Type.TEXT),
  SUB_ACCOUNT_TYPE(Type.TEXT),
  TAGS(Type.TEXT),
  /** The id of the response that was charged. */
  X_RESPONSE_ID(Type.TEXT),
  /** {@code as_known}; or {@code correction}, for what turned out later. */
  X_LEDGER(Type.TEXT),
  /** When a correction became known. */
  X_KNOWN_AT(Type.TIME);

  /** What a column holds. */
  public enum Type {
    /** Text. */
    TEXT,
    /** An exact decimal. */
    DECIMAL,
    /** Epoch milliseconds, written to the second in UTC. */
    TIME
  }

  private final Type type;
  private final String title;

  FocusColumn(Type type) {
    this.type = type;
    StringBuilder name = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    this.title = name().startsWith("X_") ? "x_" + name.substring(1) : name.toString();
  }

  /** What it holds. */
  public Type type() {
    return type;
  }

  /** Its name in files. */
  public String title() {
    return title;
  }
}
