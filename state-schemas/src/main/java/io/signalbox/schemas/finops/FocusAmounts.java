// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Reported;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** The columns of a charge that are quantities, prices and money, in the currency of each. */
final class FocusAmounts {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private FocusAmounts() {}

  /** A quantity at a price of a unit. */
  static FocusRow priced(FocusRow row, Meter meter, BigDecimal quantity, BigDecimal price) {
    boolean tokens = meter.tokens();
    BigDecimal unitPrice = tokens ? price.multiply(MILLION) : price;
    row.with(FocusColumn.CONSUMED_QUANTITY, quantity);
    row.with(FocusColumn.CONSUMED_UNIT, meter.unit());
    row.with(FocusColumn.PRICING_QUANTITY, tokens ? quantity.movePointLeft(6) : quantity);
    row.with(FocusColumn.PRICING_UNIT, tokens ? "1000000 Tokens" : meter.unit());
    row.with(FocusColumn.LIST_UNIT_PRICE, unitPrice);
    row.with(FocusColumn.CONTRACTED_UNIT_PRICE, unitPrice);
    // credits are a currency of the provider's own: one costs one of them
    boolean virtual = meter == Meter.CREDITS;
    BigDecimal cost = quantity.multiply(price);
    row.with(FocusColumn.PRICING_CURRENCY, virtual ? meter.unit() : "USD");
    row.with(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, virtual ? BigDecimal.ONE : unitPrice);
    row.with(
        FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, virtual ? BigDecimal.ONE : unitPrice);
    row.with(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, virtual ? quantity : cost);
    return costs(row, cost);
  }

  /**
   * What another price makes of a quantity. It is an adjustment without quantity or unit price: a
   * usage would count the quantity once more, and a price that fell would have to be negative.
   */
  static FocusRow changed(FocusRow row, Charge.Part part, BigDecimal quantity) {
    BigDecimal amount = quantity.multiply(part.corrected().subtract(part.known()));
    row.with(FocusColumn.CHARGE_CATEGORY, "Adjustment");
    boolean virtual = part.meter() == Meter.CREDITS; // as many as before, at another price
    row.with(FocusColumn.PRICING_CURRENCY, virtual ? part.meter().unit() : "USD");
    row.with(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, virtual ? BigDecimal.ZERO : amount);
    return costs(row, amount);
  }

  /**
   * What a provider reports beyond its list prices. What it reports in another currency stands
   * there whole, so that no digit of it is lost, and list prices are taken back.
   */
  static void differ(FocusRow common, Charge charge, int sign, Consumer<FocusRow> to) {
    String what = "What the provider reports for " + charge.usage().model();
    Reported told = charge.usage().reported();
    if (told == null || !told.foreign()) {
      String beyond = what + " beyond its list prices";
      to.accept(adjustment(common, beyond, signed(charge.difference(), sign)));
      return;
    }
    FocusRow whole = adjustment(new FocusRow(common), what, signed(told.usd(), sign));
    whole.with(FocusColumn.PRICING_CURRENCY, told.currency());
    BigDecimal amount = signed(told.amount(), sign);
    to.accept(whole.with(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, amount));
    BigDecimal listed = told.usd().subtract(charge.difference());
    if (listed.signum() != 0) {
      String instead =
          "List prices of " + charge.usage().model() + ", in place of which a cost is reported";
      to.accept(adjustment(common, instead, signed(listed.negate(), sign)));
    }
  }

  private static FocusRow adjustment(FocusRow row, String description, BigDecimal amount) {
    row.with(FocusColumn.CHARGE_CATEGORY, "Adjustment");
    row.with(FocusColumn.CHARGE_DESCRIPTION, description);
    row.with(FocusColumn.PRICING_CURRENCY, "USD");
    row.with(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, amount);
    return costs(row, amount);
  }

  private static FocusRow costs(FocusRow row, BigDecimal cost) {
    row.with(FocusColumn.BILLED_COST, cost);
    row.with(FocusColumn.CONTRACTED_COST, cost);
    row.with(FocusColumn.EFFECTIVE_COST, cost);
    return row.with(FocusColumn.LIST_COST, cost);
  }

  static BigDecimal signed(BigDecimal amount, int sign) {
    return sign > 0 ? amount : amount.negate();
  }
}
