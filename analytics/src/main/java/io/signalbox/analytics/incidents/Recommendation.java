// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about an incident, and why.
 *
 * @param runbook id of the runbook
 * @param title the whole in one line
 * @param steps in order
 * @param risk what the riskiest step can break
 * @param rollback how to take it back; empty when there is nothing to take back
 * @param owner who looks after the runbook
 * @param document where it is written down at length
 * @param evidence what it rests on: without any one of these it would not be recommended
 * @param successRate share of cases in which it is expected to help: the mean of the Beta
 *     distribution over what was believed and what was seen, 0..1
 * @param tried how often it was tried so far
 * @param outcome what came of it in this incident; null while nobody has said
 */
public record Recommendation(
    String runbook,
    String title,
    List<RunbookStep> steps,
    RiskTier risk,
    String rollback,
    String owner,
    String document,
    List<String> evidence,
    double successRate,
    int tried,
    @Nullable OutcomeKind outcome) {}
