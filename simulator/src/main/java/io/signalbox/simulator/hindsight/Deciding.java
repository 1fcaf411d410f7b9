// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.simulator.hindsight.Hindsight.Case;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import java.math.BigDecimal;
import java.util.List;

/**
 * What agents decide and what comes of it. Three of ten cases go by an old rule, which asks no
 * model; of one in ten the action is only noted and not carried out.
 */
final class Deciding {
  private static final List<String> ACTIONS = List.of("refund", "replace", "explain");
  private static final double BY_RULE = 0.3;
  private static final double HELD_OUT = 0.1;
  private static final double RIGHT = 0.85;
  private static final double WORSE_BY_LOSS = 1.8;
  private static final double RIGHT_BY_RULE = 0.65;
  private static final double RIGHT_UNDONE = 0.5;
  private static final double HEARD_OF = 0.92;
  private static final double TWICE = 0.05;
  private static final double FASTEST_S = 300;
  private static final double MEAN_S = 1200;
  private static final double AGAIN_S = 60;

  private Deciding() {}

  /** What is decided. */
  static AgentDecision of(Dice dice, Case decided) {
    boolean byRule = dice.chance(BY_RULE);
    boolean heldOut = dice.chance(HELD_OUT);
    return new AgentDecision(
        decided.id(),
        Origin.ENVIRONMENT,
        decided.agent(),
        ACTIONS.get(dice.below(ACTIONS.size())),
        byRule ? "" : decided.model(),
        decided.tenant(),
        byRule ? "baseline" : "learned",
        heldOut,
        Labelling.later(decided.at(), 0));
  }

  /** What comes of it, if anything is heard; told twice now and then. */
  static List<DecisionOutcome> outcomes(Dice dice, Case decided, AgentDecision decision) {
    if (!dice.chance(HEARD_OF)) {
      return List.of();
    }
    boolean right = dice.chance(chance(decision, decided.loss()));
    int cents = right ? 100 + dice.below(800) : -500 - dice.below(3000);
    double laterS = FASTEST_S + dice.gap(MEAN_S);
    DecisionOutcome first = outcome(decided, right, cents, laterS);
    return dice.chance(TWICE)
        ? List.of(first, outcome(decided, right, cents, laterS + AGAIN_S))
        : List.of(first);
  }

  private static double chance(AgentDecision decision, double loss) {
    if (decision.holdout()) {
      return RIGHT_UNDONE;
    }
    return decision.policy().equals("baseline") ? RIGHT_BY_RULE : RIGHT - WORSE_BY_LOSS * loss;
  }

  private static DecisionOutcome outcome(Case of, boolean right, int cents, double laterS) {
    return new DecisionOutcome(
        of.id(),
        right ? AnswerVerdict.GOOD : AnswerVerdict.BAD,
        BigDecimal.valueOf(cents, 2).toPlainString(),
        "EUR",
        Labelling.later(of.at(), laterS),
        "shop");
  }
}
