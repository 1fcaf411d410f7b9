// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an outcome of a decision: one JSON object with the id of the decision and a verdict, a
 * value, or both.
 */
public final class OutcomeReader {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

  private OutcomeReader() {}

  /**
   * Reads one outcome.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none: not JSON, without decision, verdict and value, with
   *     a value that is no decimal of 15 digits and 9 decimals, a unit of nothing, or an impossible
   *     time
   */
  public static DecisionOutcome read(byte[] json) throws MalformedTelemetry {
    DecisionOutcome read = Statement.read(json, DecisionOutcome.class, "outcome");
    String id = Statement.text(read.decisionId());
    Statement.require(!id.isEmpty(), "outcome without decision_id");
    String what = "outcome of " + id;
    @Nullable String value = read.value();
    Statement.require(
        read.verdict() != null || value != null, what + ": neither a verdict nor a value");
    Statement.require(
        value == null || DECIMAL.matcher(value).matches(),
        what + ": the value is no decimal of at most 15 digits and 9 decimals: " + value);
    String unit = Statement.text(read.unit());
    Statement.require(unit.isEmpty() || value != null, what + ": " + unit + " without a value");
    Statement.requirePossible(read.at(), what);
    return new DecisionOutcome(
        id, read.verdict(), value, unit, read.at(), Statement.text(read.by()));
  }
}
