// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.AnswerVerdict;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision; equal ones were said twice.
 *
 * @param saidMs when it was known, epoch milliseconds; 0 for when it came
 * @param verdict whether the decision was right; null when that is not known
 * @param value what it was worth, without trailing zeros; null when that is not known
 * @param unit of the value, empty for none
 * @param by who says so, empty when not stated
 */
public record Outcome(
    long saidMs,
    @Nullable AnswerVerdict verdict,
    @Nullable BigDecimal value,
    String unit,
    String by)
    implements Comparable<Outcome> {
  private static final Comparator<Outcome> ORDER =
      Comparator.comparingLong(Outcome::saidMs)
          .thenComparing(Outcome::verdict, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Outcome::value, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Outcome::unit)
          .thenComparing(Outcome::by);

  @Override
  public int compareTo(Outcome other) {
    return ORDER.compare(this, other);
  }

  /** When it was known, of one that came at a time; epoch milliseconds. */
  long knownMs(long foundMs) {
    return saidMs == 0 ? foundMs : saidMs;
  }
}
