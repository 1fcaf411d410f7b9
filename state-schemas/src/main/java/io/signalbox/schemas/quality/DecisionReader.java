// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.schemas.signals.MalformedTelemetry;

/**
 * Reads a decision: one JSON object, in which all but its id, the agent and the action may be
 * missing.
 */
public final class DecisionReader {
  private DecisionReader() {}

  /**
   * Reads one decision.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none: not JSON, or without id, agent, action or a
   *     possible time
   */
  public static AgentDecision read(byte[] json) throws MalformedTelemetry {
    AgentDecision read = Statement.read(json, AgentDecision.class, "decision");
    String id = Statement.text(read.decisionId());
    Statement.require(!id.isEmpty(), "decision without decision_id");
    String what = "decision " + id;
    String agent = Statement.text(read.agent());
    Statement.require(!agent.isEmpty(), what + ": no agent");
    String action = Statement.text(read.action());
    Statement.require(!action.isEmpty(), what + ": no action");
    Statement.requirePossible(read.at(), what);
    return new AgentDecision(
        id,
        Statement.text(read.environment()),
        agent,
        action,
        Statement.text(read.model()),
        Statement.text(read.segment()),
        Statement.text(read.policy()),
        read.holdout(),
        read.at());
  }
}
