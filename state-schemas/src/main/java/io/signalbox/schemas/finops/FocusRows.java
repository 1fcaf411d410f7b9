// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.ChargeDelta;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * Writes charges as rows of FOCUS 1.2: one for each meter, whose price times quantity is its cost
 * to the last digit. What turned out later is in rows of its own, as a negation and a new charge or
 * as the difference, so that the sum of all rows is always right and no unit price is negative.
 */
public final class FocusRows {
  private final BillingAccount account;
  private final boolean deltas;
  private final FocusDetails details;
  private long monthStart;
  private long monthEnd;

  /** Rows of such a bill. */
  public FocusRows(FocusBill bill) {
    this.account = bill.account();
    this.deltas = bill.corrections() == CorrectionStyle.DELTA;
    this.details = new FocusDetails(bill.aiProperties());
  }

  /** Tells the rows of a charge. */
  public void tell(Charge charge, Consumer<FocusRow> to) {
    tell(Posting.of(charge), to);
  }

  /** Tells the rows of what is written into the ledgers, or taken back. */
  public void tell(Posting posting, Consumer<FocusRow> to) {
    Charge other = posting.other();
    boolean back = posting.known() < 0;
    Charge delta = null;
    if (deltas && other != null) { // each of both postings knows by itself which one tells it
      delta =
          back ? ChargeDelta.of(posting.charge(), other) : ChargeDelta.of(other, posting.charge());
    }
    if (delta == null) {
      rows(posting, to);
    } else if (!back) {
      rows(new Posting(posting.toldMs(), delta, 1, 1), to);
    }
  }

  private void rows(Posting posting, Consumer<FocusRow> to) {
    Charge charge = posting.charge();
    FocusRow common = common(charge);
    for (Charge.Part part : charge.parts()) {
      FocusRow row = part(new FocusRow(common), charge, part);
      if (posting.known() != 0) {
        FocusRow then = late(new FocusRow(row), charge.usage().atMs(), posting.toldMs());
        BigDecimal quantity = FocusAmounts.signed(part.quantity(), posting.known());
        to.accept(FocusAmounts.priced(then, part.meter(), quantity, part.known()));
      }
      Long known = part.correctedMs();
      if (known != null && part.turnedOut() && posting.corrected() != 0) {
        correct(row, charge.usage().atMs(), known, posting.toldMs());
        BigDecimal anew = FocusAmounts.signed(part.quantity(), posting.corrected());
        if (deltas) {
          to.accept(FocusAmounts.changed(row, part, anew));
        } else {
          to.accept(
              FocusAmounts.priced(new FocusRow(row), part.meter(), anew.negate(), part.known()));
          to.accept(FocusAmounts.priced(row, part.meter(), anew, part.corrected()));
        }
      }
    }
    if (posting.known() != 0 && (charge.difference().signum() != 0 || foreign(charge.usage()))) {
      late(common, charge.usage().atMs(), posting.toldMs());
      FocusAmounts.differ(common, charge, posting.known(), to);
    }
  }

  private static boolean foreign(Usage usage) {
    return usage.reported() != null && usage.reported().foreign();
  }

  private FocusRow common(Charge charge) {
    Usage usage = charge.usage();
    String provider = charge.provider();
    FocusRow row = new FocusRow();
    row.with(FocusColumn.BILLING_ACCOUNT_ID, account.id());
    row.with(FocusColumn.BILLING_ACCOUNT_NAME, account.name());
    row.with(FocusColumn.BILLING_ACCOUNT_TYPE, "Account");
    row.with(FocusColumn.BILLING_CURRENCY, "USD");
    period(row, usage.atMs());
    long second = Math.floorDiv(usage.atMs(), 1000L) * 1000;
    row.with(FocusColumn.CHARGE_PERIOD_START, second);
    row.with(FocusColumn.CHARGE_PERIOD_END, second + 1000);
    row.with(FocusColumn.CHARGE_FREQUENCY, "Usage-Based");
    row.with(FocusColumn.INVOICE_ISSUER_NAME, provider);
    row.with(FocusColumn.PROVIDER_NAME, provider);
    row.with(FocusColumn.PUBLISHER_NAME, provider);
    row.with(FocusColumn.REGION_ID, usage.owner().region());
    row.with(FocusColumn.REGION_NAME, usage.owner().region());
    if (usage.compute()) {
      row.with(FocusColumn.RESOURCE_ID, usage.model());
      row.with(FocusColumn.RESOURCE_NAME, usage.model());
      row.with(FocusColumn.RESOURCE_TYPE, "Compute");
    }
    row.with(FocusColumn.SERVICE_CATEGORY, usage.compute() ? "Compute" : "AI and Machine Learning");
    row.with(FocusColumn.SERVICE_NAME, provider + (usage.compute() ? " compute" : " models"));
    row.with(
        FocusColumn.SERVICE_SUBCATEGORY, usage.compute() ? "Other (Compute)" : "Generative AI");
    row.with(FocusColumn.SUB_ACCOUNT_ID, usage.owner().tenant());
    row.with(FocusColumn.SUB_ACCOUNT_NAME, usage.owner().tenant());
    row.with(FocusColumn.SUB_ACCOUNT_TYPE, usage.owner().tenant() == null ? null : "Tenant");
    row.with(FocusColumn.TAGS, details.tags(usage.owner()));
    row.with(FocusColumn.X_RESPONSE_ID, usage.id());
    row.with(FocusColumn.X_LEDGER, "as_known");
    return row;
  }

  private FocusRow part(FocusRow row, Charge charge, Charge.Part part) {
    FocusDetails.Sku sku = details.sku(charge.usage(), part);
    row.with(FocusColumn.CHARGE_CATEGORY, "Usage");
    row.with(FocusColumn.CHARGE_DESCRIPTION, sku.description());
    row.with(FocusColumn.PRICING_CATEGORY, "Standard");
    row.with(FocusColumn.SKU_ID, sku.id());
    row.with(FocusColumn.SKU_METER, sku.meter());
    row.with(FocusColumn.SKU_PRICE_ID, sku.priceId());
    return row.with(FocusColumn.SKU_PRICE_DETAILS, sku.details());
  }

  private void correct(FocusRow row, long usedMs, long knownMs, long toldMs) {
    row.with(FocusColumn.X_LEDGER, "correction");
    row.with(FocusColumn.X_KNOWN_AT, knownMs);
    late(row, usedMs, Math.max(knownMs, toldMs));
  }

  /** What is told when its own month is closed is billed in the month it is told in. */
  private FocusRow late(FocusRow row, long usedMs, long toldMs) {
    if (toldMs > usedMs && !month(usedMs).equals(month(toldMs))) {
      row.with(FocusColumn.CHARGE_CLASS, "Correction");
      period(row, toldMs);
    }
    return row;
  }

  private void period(FocusRow row, long atMs) {
    if (atMs < monthStart || atMs >= monthEnd) { // rows come sorted by day
      LocalDate start = month(atMs);
      monthStart = startOf(start);
      monthEnd = startOf(start.plusMonths(1));
    }
    row.with(FocusColumn.BILLING_PERIOD_START, monthStart);
    row.with(FocusColumn.BILLING_PERIOD_END, monthEnd);
  }

  private static LocalDate month(long atMs) {
    return Instant.ofEpochMilli(atMs).atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }

  private static long startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
