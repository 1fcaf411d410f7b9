// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;

/**
 * What to do about a kind of incident. Texts may have places in braces, see {@link Wording}.
 *
 * @param id unique in the catalogue
 * @param title the whole in one line
 * @param steps in order, at least one
 * @param risk what the riskiest step can break
 * @param rollback how to take it back; empty when there is nothing to take back
 * @param owner who looks after the runbook
 * @param document where it is written down at length
 * @param prior share of cases in which it is believed to help where it applies, before anyone has
 *     said so; above 0 and below 1
 */
public record Runbook(
    String id,
    String title,
    List<RunbookStep> steps,
    RiskTier risk,
    String rollback,
    String owner,
    String document,
    double prior) {
  /** Keeps an unmodifiable copy. */
  public Runbook {
    steps = List.copyOf(steps);
  }
}
