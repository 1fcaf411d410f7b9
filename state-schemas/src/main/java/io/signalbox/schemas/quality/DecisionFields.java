// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.impact.Decision;
import io.signalbox.analytics.quality.impact.DecisionRole;
import io.signalbox.analytics.quality.impact.DecisionState;
import io.signalbox.analytics.quality.impact.Outcome;
import io.signalbox.analytics.quality.impact.Standing;
import io.signalbox.schemas.signals.FlatFields;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decisions and what is known of them, as part of something. */
final class DecisionFields {
  private DecisionFields() {}

  static void write(FlatWriter out, Decision decision) {
    out.signed(decision.atMs()).text(decision.environment()).text(decision.agent());
    out.text(decision.action()).text(decision.model()).text(decision.segment());
    FlatFields.write(out, decision.role());
  }

  static Decision decision(FlatReader in) {
    return new Decision(
        in.signed(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        FlatFields.constant(in, DecisionRole.class));
  }

  static void write(FlatWriter out, Outcome outcome) {
    out.signed(outcome.saidMs());
    writeResult(out, outcome.verdict(), outcome.value(), outcome.unit());
    out.text(outcome.by());
  }

  static Outcome outcome(FlatReader in) {
    return new Outcome(in.signed(), verdict(in), value(in), in.text(), in.text());
  }

  static void write(FlatWriter out, Standing standing) {
    FlatFields.write(out, standing.state());
    out.flag(standing.late());
    writeResult(out, standing.verdict(), standing.value(), standing.unit());
  }

  static Standing standing(FlatReader in) {
    return new Standing(
        FlatFields.constant(in, DecisionState.class), in.flag(), verdict(in), value(in), in.text());
  }

  private static void writeResult(
      FlatWriter out, @Nullable AnswerVerdict verdict, @Nullable BigDecimal value, String unit) {
    FlatFields.writeOptional(out, verdict, FlatFields::write);
    FlatFields.writeOptional(out, value, DecisionFields::write);
    out.text(unit);
  }

  private static @Nullable AnswerVerdict verdict(FlatReader in) {
    return FlatFields.optional(in, from -> FlatFields.constant(from, AnswerVerdict.class));
  }

  private static @Nullable BigDecimal value(FlatReader in) {
    return FlatFields.optional(in, DecisionFields::decimal);
  }

  /** Writes all digits of a decimal. */
  static void write(FlatWriter out, BigDecimal value) {
    out.text(value.toPlainString());
  }

  /** Reads a decimal. */
  static BigDecimal decimal(FlatReader in) {
    return new BigDecimal(in.text());
  }
}
