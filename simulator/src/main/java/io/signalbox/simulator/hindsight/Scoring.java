// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.hindsight;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.simulator.hindsight.Hindsight.Case;
import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Origin;
import java.util.List;
import java.util.Map;

/**
 * A classical model that the agent asks of each case whether the customer is honest. While answers
 * are worse other cases come than it knows.
 *
 * @param prediction what it says
 * @param labels what the case turned out to be, if it is ever known
 */
record Scoring(Prediction prediction, List<AnswerLabel> labels) {
  private static final List<String> COUNTRIES = List.of("DE", "FR", "IT", "NL");
  private static final double HONEST = 0.8;
  private static final double RIGHT = 0.9;
  private static final double WORSE_BY_LOSS = 1.6;
  private static final double KNOWN = 0.6;
  private static final double AMOUNT = 40;
  private static final double MORE_BY_LOSS = 6;
  private static final double DAYS = 300;
  private static final double FASTEST_S = 180;
  private static final double MEAN_S = 600;

  /**
   * What is said of a case.
   *
   * @param dice decide about this case alone
   */
  static Scoring of(Dice dice, Case scored) {
    boolean honest = dice.chance(HONEST);
    boolean right = dice.chance(RIGHT - WORSE_BY_LOSS * scored.loss());
    boolean predicted = honest == right;
    double amount = dice.around(AMOUNT * (1 + MORE_BY_LOSS * scored.loss()), 0.5);
    double days = Math.rint(dice.gap(DAYS));
    String country = COUNTRIES.get(dice.below(COUNTRIES.size()));
    double score = (predicted ? 0.55 : 0.05) + 0.4 * dice.unit();
    String id = "risk-" + scored.id();
    Prediction prediction =
        new Prediction(
            id,
            Origin.ENVIRONMENT,
            scored.agent(),
            "return-risk",
            "3",
            scored.tenant(),
            "",
            Map.of("country", country),
            Map.of("honest", score),
            Map.of("amount", amount, "customer_days", days),
            Map.of("country", country),
            verdict(predicted),
            Labelling.later(scored.at(), 0));
    return new Scoring(
        prediction,
        dice.chance(KNOWN)
            ? List.of(
                new AnswerLabel(
                    id,
                    Observation.OUTCOME,
                    verdict(honest),
                    Labelling.later(scored.at(), FASTEST_S + dice.gap(MEAN_S)),
                    "returns"))
            : List.of());
  }

  private static AnswerVerdict verdict(boolean good) {
    return good ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
  }
}
