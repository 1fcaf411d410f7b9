// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.signals.GenAiEvent;
import java.math.BigDecimal;
import java.util.List;

/** Reads decisions and outcomes out of what is said of them. */
public final class DecisionReading {
  private DecisionReading() {}

  /**
   * The item of a decision.
   *
   * @param foundMs event time at which it was found, epoch milliseconds
   * @param baseline action or policy that others are compared with
   */
  public static List<DecisionItem> of(long foundMs, AgentDecision said, String baseline) {
    // A clock that goes before must not hold state for years.
    long atMs = said.at() == null ? foundMs : Math.min(said.atMs(), foundMs);
    Decision decision =
        new Decision(
            atMs,
            said.environment(),
            said.agent(),
            said.action(),
            said.model(),
            said.segment(),
            role(said, baseline));
    return List.of(new DecisionItem(said.decisionId(), foundMs, decision, null));
  }

  private static DecisionRole role(AgentDecision said, String baseline) {
    if (said.holdout()) {
      return DecisionRole.HOLDOUT;
    }
    boolean compared = said.action().equals(baseline) || said.policy().equals(baseline);
    return compared && !baseline.isEmpty() ? DecisionRole.BASELINE : DecisionRole.ACTING;
  }

  /** The item of an outcome. */
  public static List<DecisionItem> of(long foundMs, DecisionOutcome said) {
    BigDecimal value = said.value() == null ? null : ValueSum.plain(new BigDecimal(said.value()));
    Outcome outcome = new Outcome(said.atMs(), said.verdict(), value, said.unit(), said.by());
    return List.of(new DecisionItem(said.decisionId(), foundMs, null, outcome));
  }

  /**
   * The item of a span that names a decision; nothing for others and for spans that failed.
   *
   * @param baseline action or policy that others are compared with
   */
  public static List<DecisionItem> of(long foundMs, GenAiEvent span, String baseline) {
    String id = span.first("decision.id");
    String action = span.first("decision.action", "gen_ai.tool.name", "gen_ai.operation.name");
    if (id.isEmpty() || action.isEmpty() || span.error() || !span.kind().equals("span")) {
      return List.of();
    }
    String agent = span.first("gen_ai.agent.name", "agent");
    AgentDecision said =
        new AgentDecision(
            id,
            span.environment(),
            agent.isEmpty() ? span.service() : agent,
            action,
            span.first("gen_ai.response.model", "gen_ai.request.model"),
            span.first("decision.segment", "tenant", "tenant.id"),
            span.first("decision.policy"),
            span.first("decision.holdout").equals("true"),
            span.at());
    return of(foundMs, said, baseline);
  }
}
