// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** What an agent decides for half an hour and what comes of it, with all that may go wrong. */
final class DecisionTelemetry {
  static final int DECISIONS = 900;

  /** How long after a decision its outcome counts. */
  static final long HORIZON_MS = 120_000;

  /** Chance that a decision is right, of the agent and of the baseline. */
  static final double RIGHT = .9;

  static final double BASELINE_RIGHT = .5;

  private DecisionTelemetry() {}

  /**
   * A decision every two seconds, one in five told twice. Of one in ten nothing is heard, of one in
   * ten too late, of one in ten before it; one in five outcomes is told twice, one in ten
   * corrected.
   */
  static List<AnswerTelemetry.Said> of(String agent, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<AnswerTelemetry.Said> all = new ArrayList<>();
    for (int i = 0; i < DECISIONS; i++) {
      long atMs = AnswerTelemetry.START_MS + i * 2_000L + random.nextInt(2_000);
      String id = agent + "-" + i;
      boolean baseline = random.nextInt(4) == 0;
      AgentDecision decision =
          new AgentDecision(
              id,
              "prod",
              agent,
              random.nextBoolean() ? "approve" : "deny",
              "gpt-4o",
              "t" + random.nextInt(2),
              baseline ? "baseline" : "learned",
              random.nextInt(6) == 0,
              Instant.ofEpochMilli(atMs));
      all.add(new AnswerTelemetry.Said(atMs, decision));
      if (random.nextInt(5) == 0) {
        all.add(new AnswerTelemetry.Said(atMs + random.nextInt(5_000), decision));
      }
      outcomes(random, id, atMs, baseline, all);
    }
    all.sort(Comparator.comparingLong(AnswerTelemetry.Said::atMs));
    return all;
  }

  private static void outcomes(
      SplittableRandom random,
      String id,
      long atMs,
      boolean baseline,
      List<AnswerTelemetry.Said> all) {
    int fate = random.nextInt(10);
    if (fate == 0) {
      return;
    }
    long delayMs =
        fate == 1
            ? HORIZON_MS + 1 + random.nextInt(60_000)
            : fate == 2 ? -random.nextInt(60_000) : random.nextInt((int) HORIZON_MS - 20_000);
    boolean right = random.nextDouble() < (baseline ? BASELINE_RIGHT : RIGHT);
    DecisionOutcome outcome = outcome(id, right, random.nextInt(500));
    all.add(new AnswerTelemetry.Said(atMs + delayMs, outcome));
    if (random.nextInt(5) == 0) {
      all.add(new AnswerTelemetry.Said(atMs + delayMs + random.nextInt(9_000), outcome));
    }
    if (fate > 8) {
      long laterMs = atMs + delayMs + 10_000;
      all.add(new AnswerTelemetry.Said(laterMs, outcome(id, right, random.nextInt(500))));
    }
  }

  private static DecisionOutcome outcome(String id, boolean right, int cents) {
    String value = (right ? "" : "-") + cents / 100 + '.' + cents % 100 / 10 + cents % 10;
    AnswerVerdict verdict = right ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
    return new DecisionOutcome(id, verdict, value, "EUR", null, "shop");
  }
}
