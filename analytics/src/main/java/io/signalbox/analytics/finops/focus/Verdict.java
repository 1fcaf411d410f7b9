// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.List;

/**
 * How a rule fared.
 *
 * @param rule which
 * @param outcome passed, failed or not applicable
 * @param reason why it does not apply, or what of it failed; empty where it passed
 * @param failures rows that break it
 * @param first lines of the first of them
 */
public record Verdict(
    FocusRule rule, Outcome outcome, String reason, long failures, List<Long> first) {
  /** How a rule can fare. */
  public enum Outcome {
    /** Every row it applies to obeys it. */
    PASSED,
    /** Something breaks it. */
    FAILED,
    /** It does not apply, or no machine can tell. */
    NOT_APPLICABLE
  }
}
