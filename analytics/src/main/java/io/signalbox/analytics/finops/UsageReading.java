// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes usages of drafts, or says why there is none. */
public final class UsageReading {
  private final ExchangeRates rates;

  /** Reads with those rates of exchange for what providers report. */
  public UsageReading(ExchangeRates rates) {
    this.rates = rates;
  }

  /**
   * The usage that a draft tells of.
   *
   * @param line where it stood
   * @throws Refusal if it is no usage, or one that does not add up
   */
  public Usage read(UsageDraft draft, long line) throws Refusal {
    String time = draft.text(UsageKey.TIMESTAMP);
    if (time == null) {
      throw new Refusal("timestamp is missing");
    }
    long at = UsageTime.parse(time);
    Owner owner =
        new Owner(
            draft.text(UsageKey.TENANT),
            draft.text(UsageKey.TEAM),
            draft.text(UsageKey.FEATURE),
            draft.text(UsageKey.AGENT),
            draft.text(UsageKey.REGION),
            draft.text(UsageKey.DATA_CLASS));
    return draft.text(UsageKey.RESOURCE) == null
        ? model(draft, line, at, owner)
        : compute(draft, line, at, owner, String.valueOf(draft.text(UsageKey.RESOURCE)));
  }

  private Usage model(UsageDraft draft, long line, long at, Owner owner) throws Refusal {
    if ("fetch_response".equals(draft.text(UsageKey.OPERATION))) {
      throw new Refusal("fetch_response fetches what was counted before");
    }
    Partition parts = Partition.of(draft);
    Reported reported = reported(draft, at);
    if (!draft.has(UsageKey.INPUT)
        && !draft.has(UsageKey.OUTPUT)
        && parts.meters().isEmpty()
        && reported == null) {
      throw new Refusal("nothing was counted: neither tokens nor anything else");
    }
    return new Usage(
        line,
        draft.id(),
        draft.revision(),
        at,
        owner,
        draft.text(UsageKey.PROVIDER),
        model(draft),
        ServiceTier.of(draft.text(UsageKey.SERVICE_TIER)),
        parts.inputTokens(),
        parts.meters(),
        reported,
        false);
  }

  private static String model(UsageDraft draft) throws Refusal {
    String answered = draft.text(UsageKey.MODEL);
    String asked = draft.text(UsageKey.ASKED_MODEL);
    if (answered == null && asked == null) {
      throw new Refusal("gen_ai.response.model and gen_ai.request.model are missing");
    }
    return answered == null ? String.valueOf(asked) : answered;
  }

  private Usage compute(UsageDraft draft, long line, long at, Owner owner, String resource)
      throws Refusal {
    BigDecimal quantity = draft.quantity(UsageKey.QUANTITY);
    BigDecimal seconds = draft.quantity(UsageKey.SECONDS);
    String unit = draft.text(UsageKey.UNIT);
    boolean credits = unit != null && unit.toLowerCase(Locale.ROOT).startsWith("credit");
    if (quantity == null || (seconds == null && !credits)) {
      throw new Refusal("quantity or seconds of " + resource + " is missing");
    }
    Map<Meter, BigDecimal> meters = new Quantities();
    BigDecimal amount = seconds == null || credits ? quantity : quantity.multiply(seconds);
    if (amount.signum() > 0) {
      meters.put(credits ? Meter.CREDITS : Meter.COMPUTE_SECONDS, amount);
    }
    return new Usage(
        line,
        draft.id(),
        draft.revision(),
        at,
        owner,
        draft.text(UsageKey.PROVIDER),
        resource,
        ServiceTier.STANDARD,
        0,
        meters,
        reported(draft, at),
        true);
  }

  private @Nullable Reported reported(UsageDraft draft, long at) throws Refusal {
    BigDecimal cost = draft.quantity(UsageKey.COST);
    String currency = draft.text(UsageKey.CURRENCY);
    if (cost == null) {
      return null;
    }
    if (currency == null || currency.equals(ExchangeRates.USD)) {
      return Reported.usd(cost);
    }
    return new Reported(cost.multiply(rates.usd(currency, at)), cost, currency);
  }
}
